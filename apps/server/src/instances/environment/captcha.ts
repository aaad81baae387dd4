import type { Config } from '../../platform/config.ts';
import type { Settings } from '../settings/schema.ts';

/**
 * Stands where a Turnstile site key would when the proof of work is built in: the widget that the
 * server itself serves knows it.
 */
export const PROOF_OF_WORK_KEY = 'proof-of-work';

/** Where that widget is, under an instance's Frontend API. */
export const WIDGET_PATH = '/v1/captcha/widget.js';

/** Where the widgets of Cloudflare Turnstile come from: the instance has its own, or those of the server; `null` where the built-in proof of work tells people from bots. */
export function turnstileOwner({ sign_up: signUp }: Settings, config: Config): 'instance' | 'server' | null {
  if (signUp.turnstile_site_key !== null) return 'instance';
  return config.turnstileSiteKey !== undefined && config.turnstileSecretKey !== undefined ? 'server' : null;
}

/** Where a page must be allowed to load Turnstile's script and frame from; `null` where it does not need to. */
export function turnstileOrigin(settings: Settings, config: Config): string | null {
  return settings.sign_up.captcha_enabled && turnstileOwner(settings, config) !== null ? 'https://challenges.cloudflare.com' : null;
}

/** The part of the environment's display settings that is about bot protection. */
export function captchaConfig(settings: Settings, config: Config) {
  const { sign_up: signUp } = settings;
  const on = signUp.captcha_enabled;
  const [key, invisibleKey] = siteKeys(settings, config);
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

/** What pages name the two widgets by. */
function siteKeys(settings: Settings, config: Config): [string | null, string | null] {
  const { turnstile_site_key: own, turnstile_invisible_site_key: ownInvisible } = settings.sign_up;
  const { turnstileSiteKey: shared = null, turnstileInvisibleSiteKey: sharedInvisible = shared } = config;
  switch (turnstileOwner(settings, config)) {
    case 'instance':
      return [own, ownInvisible ?? own];
    case 'server':
      return [shared, sharedInvisible];
    case null:
      return [PROOF_OF_WORK_KEY, PROOF_OF_WORK_KEY];
  }
}

/**
 * Scripts that every SDK puts into its page once it knows the environment. The widget of the proof
 * of work is one: it gives the page what Cloudflare's script would, so that clients which only know
 * Turnstile find it there and load nothing from elsewhere.
 */
export function captchaLoaders(settings: Settings, config: Config, baseUrl: string) {
  if (!settings.sign_up.captcha_enabled || turnstileOwner(settings, config) !== null) return [];
  return [{ type: 'script', target: 'head', attributes: { src: `${baseUrl}${WIDGET_PATH}` } }];
}
