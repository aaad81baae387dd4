/** Cloudflare Turnstile's interface, which the server's own proof of work speaks as well. */
interface Turnstile {
  render(container: HTMLElement, options: object): string;
  remove(widgetId: string): void;
}

const CLOUDFLARE = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

/** A script that the server wants in the page. */
export interface ScriptLoader {
  attributes?: Record<string, string> | undefined;
}

let loading: Promise<Turnstile> | undefined;

/**
 * The widget's code, fetched once. The server's own scripts come first: where the proof of work is built in, one of them
 * is the widget, and nothing is asked of anybody else.
 *
 * @throws {Error} `captcha_script_failed_to_load`
 */
export function loadWidget(loaders: readonly ScriptLoader[]): Promise<Turnstile> {
  loading ??= load(loaders).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(loaders: readonly ScriptLoader[]): Promise<Turnstile> {
  const page = window as { turnstile?: Turnstile };
  for (const { attributes = {} } of loaders) await addScript(attributes);
  if (!page.turnstile) await addScript({ src: CLOUDFLARE });
  if (!page.turnstile) throw new Error('captcha_script_failed_to_load');
  return page.turnstile;
}

function addScript(attributes: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('captcha_script_failed_to_load')));
    document.head.append(script);
  });
}
