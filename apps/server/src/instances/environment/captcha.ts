import type { Config } from '../../platform/config.ts';
import type { Settings } from '../settings/schema.ts';

/**
 * Stands where a Turnstile site key would when the proof of work is built in: the widget that the
 * server itself serves knows it.
 */
export const PROOF_OF_WORK_KEY = 'proof-of-work';

/** Where that widget is, under an instance's Frontend API. */
export const WIDGET_PATH = '/v1/captcha/widget.js';

/** Whether Cloudflare Turnstile tells people from bots, and not the built-in proof of work. */
export function usesTurnstile(config: Config): boolean {
  return config.turnstileSiteKey !== undefined && config.turnstileSecretKey !== undefined;
}

/** Where a page must be allowed to load Turnstile's script and frame from; `null` where it does not need to. */
export function turnstileOrigin({ sign_up: signUp }: Settings, config: Config): string | null {
  return signUp.captcha_enabled && usesTurnstile(config) ? 'https://challenges.cloudflare.com' : null;
}

/** The part of the environment's display settings that is about bot protection. */
export function captchaConfig({ sign_up: signUp }: Settings, config: Config) {
  const on = signUp.captcha_enabled;
  const { turnstileSiteKey = null, turnstileInvisibleSiteKey = turnstileSiteKey } = config;
  const [key, invisibleKey] = usesTurnstile(config) ? [turnstileSiteKey, turnstileInvisibleSiteKey] : [PROOF_OF_WORK_KEY, PROOF_OF_WORK_KEY];
  return {
    captcha_public_key: on ? key : null,
    captcha_widget_type: on ? signUp.captcha_widget_type : null,
    captcha_public_key_invisible: on ? invisibleKey : null,
    // The only one that is documented: our widget speaks like its script.
    captcha_provider: on ? ('turnstile' as const) : null,
    captcha_oauth_bypass: signUp.captcha_oauth_bypass,
    captcha_heartbeat: on && signUp.captcha_heartbeat,
  };
}

/**
 * Scripts that every SDK puts into its page once it knows the environment. The widget of the proof
 * of work is one: it gives the page what Cloudflare's script would, so that clients which only know
 * Turnstile find it there and load nothing from elsewhere.
 */
export function captchaLoaders({ sign_up: signUp }: Settings, config: Config, baseUrl: string) {
  if (!signUp.captcha_enabled || usesTurnstile(config)) return [];
  return [{ type: 'script', target: 'head', attributes: { src: `${baseUrl}${WIDGET_PATH}` } }];
}
