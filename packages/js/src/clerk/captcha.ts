/** Proof that a person is at the browser, for sign-ups of instances that want it: Cloudflare Turnstile. */
import type { ClientResource } from '../types/client.ts';
import type { DisplayConfigResource, EnvironmentResource } from '../types/environment.ts';
import type { SignUpCreateParams } from '../types/sign-up.ts';

interface Turnstile {
  render(container: HTMLElement, options: Record<string, unknown>): string;
  remove(widgetId: string): void;
}

const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';
/** Where apps with their own forms make room for the widget. Docs: guides/development/custom-flows/authentication/bot-sign-up-protection */
const CONTAINER_ID = 'clerk-captcha';

type WidgetType = 'smart' | 'invisible';

/** The parameters that a sign-up carries along; none where the instance asks for no proof. */
export async function captchaParams(
  { userSettings, displayConfig }: EnvironmentResource,
  client: ClientResource,
  { strategy }: SignUpCreateParams,
): Promise<Record<string, unknown>> {
  const { captchaPublicKey, captchaPublicKeyInvisible, captchaOauthBypass } = displayConfig;
  const isTrustedProvider = captchaOauthBypass.some((trusted) => trusted === strategy);
  const isWanted = userSettings.signUp.captcha_enabled && captchaPublicKey && captchaPublicKeyInvisible;
  if (!isWanted || client.captchaBypass || isTrustedProvider) return {};
  return solve(displayConfig);
}

/** A failure is told to the server instead of the person: it decides what to make of it. */
async function solve({ captchaPublicKey, captchaPublicKeyInvisible, captchaWidgetType }: DisplayConfigResource) {
  const container = document.getElementById(CONTAINER_ID);
  const widgetType: WidgetType = container && captchaWidgetType === 'smart' ? 'smart' : 'invisible';
  try {
    const turnstile = await loadTurnstile();
    const siteKey = widgetType === 'smart' ? captchaPublicKey : captchaPublicKeyInvisible;
    const token = await challenge(turnstile, container ?? document.body.appendChild(document.createElement('div')), siteKey ?? '');
    return { captchaToken: token, captchaWidgetType: widgetType };
  } catch (error) {
    return { captchaError: error instanceof Error ? error.message : String(error), captchaWidgetType: widgetType };
  }
}

function challenge(turnstile: Turnstile, container: HTMLElement, sitekey: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      turnstile.remove(widget);
      if (container.id !== CONTAINER_ID) container.remove();
      settle();
    };
    const widget = turnstile.render(container, {
      sitekey,
      appearance: 'interaction-only',
      callback: (token: string) => finish(() => resolve(token)),
      'error-callback': (code: string) => finish(() => reject(new Error(code))),
    });
  });
}

async function loadTurnstile(): Promise<Turnstile> {
  const page = window as { turnstile?: Turnstile };
  if (page.turnstile) return page.turnstile;
  await new Promise<void>((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: SCRIPT, async: true });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('captcha_script_failed_to_load')));
    document.head.append(script);
  });
  if (!page.turnstile) throw new Error('captcha_script_failed_to_load');
  return page.turnstile;
}
