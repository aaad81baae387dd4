/** What is used of Google Identity Services (developers.google.com/identity/gsi/web/reference/js-reference). */
export interface GoogleIdentity {
  initialize(options: object): void;
  prompt(): void;
  cancel(): void;
}

const SCRIPT = 'https://accounts.google.com/gsi/client';

let loading: Promise<GoogleIdentity> | undefined;

/**
 * Google's script, fetched once; a failed fetch is tried again at the next need.
 *
 * @throws {Error} when it cannot be loaded
 */
export function loadGoogle(nonce: string | undefined): Promise<GoogleIdentity> {
  loading ??= load(nonce).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(nonce: string | undefined): Promise<GoogleIdentity> {
  const page = window as { google?: { accounts?: { id?: GoogleIdentity } } };
  if (!page.google?.accounts?.id) await addScript(nonce);
  const identity = page.google?.accounts?.id;
  if (!identity) throw new Error('Google One Tap did not start: its script brought no google.accounts.id.');
  return identity;
}

function addScript(nonce = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.nonce = nonce;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () =>
      reject(new Error(`Google One Tap did not start: allow ${SCRIPT} in this page's Content-Security-Policy, or check the connection.`)),
    );
    document.head.append(script);
  });
}
