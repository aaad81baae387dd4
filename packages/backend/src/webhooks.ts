/** Verifying webhooks; import from `@foyer/backend/webhooks`. */
import { decodeBase64Url, encodeText } from './jwt/codec.ts';
import type { WebhookEvent } from './webhook-events.ts';

export type * from './webhook-events.ts';
export type * from './json/index.ts';

export interface VerifyWebhookOptions {
  /** `whsec_…`; the environment variable CLERK_WEBHOOK_SIGNING_SECRET unless given. */
  signingSecret?: string;
}

const TOLERANCE_IN_SECONDS = 5 * 60;
/** The 32 bytes of an HMAC-SHA256. */
const HMAC_IN_BASE64 = /^[\w+/-]{43}=?$/;

/**
 * Verifies that a webhook request came from the instance, unchanged and within the last five
 * minutes, and returns its event (Standard Webhooks, https://www.standardwebhooks.com). Needs the
 * body as it was sent.
 *
 * @throws Error that says what is missing or does not match
 */
export async function verifyWebhook(request: Request, options: VerifyWebhookOptions = {}): Promise<WebhookEvent> {
  const secret = options.signingSecret ?? environment('CLERK_WEBHOOK_SIGNING_SECRET');
  if (!secret) {
    throw new Error('Missing webhook signing secret. Set CLERK_WEBHOOK_SIGNING_SECRET to the secret of this endpoint in the dashboard.');
  }
  const id = requireHeader(request, 'id');
  const timestamp = requireHeader(request, 'timestamp');
  const signatures = requireHeader(request, 'signature');
  checkTimestamp(timestamp);
  const body = await request.text();
  if (!(await isSigned(`${id}.${timestamp}.${body}`, signatures, secret))) {
    throw new Error('No matching signature found. Check that the signing secret is the one of this endpoint, and that the body is passed on unparsed.');
  }
  return JSON.parse(body) as WebhookEvent;
}

/** Svix names its headers `svix-…`, the standard `webhook-…`. */
function requireHeader({ headers }: Request, name: string): string {
  const value = headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`);
  if (value) return value;
  throw new Error(`Missing required webhook header: svix-${name}`);
}

function checkTimestamp(timestamp: string): void {
  const age = Date.now() / 1000 - Number(timestamp);
  if (Number.isNaN(age)) throw new Error('The webhook timestamp is not a number of seconds.');
  if (age > TOLERANCE_IN_SECONDS) throw new Error('The webhook is too old: it may be a repetition of an earlier one.');
  if (age < -TOLERANCE_IN_SECONDS) throw new Error('The webhook timestamp is in the future. Make sure that the system clock is synchronised.');
}

/** One of several signatures has to match: while a secret is being rotated there are two. */
async function isSigned(content: string, signatures: string, secret: string): Promise<boolean> {
  const key = await crypto.subtle.importKey(
    'raw',
    decodeBase64Url(secret.replace(/^whsec_/, '')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const data = encodeText(content);
  for (const signature of signatures.split(' ')) {
    const [version, value] = signature.split(',', 2);
    // Another version's, or none: to decode such a value may throw, which must not keep the next one from counting.
    if (version !== 'v1' || !value || !HMAC_IN_BASE64.test(value)) continue;
    // WebCrypto compares in constant time.
    if (await crypto.subtle.verify('HMAC', key, decodeBase64Url(value), data)) return true;
  }
  return false;
}

function environment(name: string): string | undefined {
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name];
}
