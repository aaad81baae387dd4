import { apiError } from '@foyer/protocol/errors';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { turnstileOwner } from '../../instances/environment/captcha.ts';
import { readSecret } from '../../instances/secrets/service.ts';
import { SECOND } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { CaptchaProvider, WidgetType } from './provider.ts';

/** How long Cloudflare may keep a sign-up waiting. */
const TIMEOUT = 10 * SECOND;

const Verdict = Type.Object({ success: Type.Boolean() });

/**
 * Cloudflare Turnstile. A token is good once and for five minutes, which Cloudflare sees to.
 * Source: developers.cloudflare.com/turnstile/get-started/server-side-validation
 */
export const turnstile: CaptchaProvider = {
  async verify(ctx, { token, widgetType }) {
    try {
      const form = new URLSearchParams({ secret: await secretOf(ctx, widgetType), response: token, remoteip: ctx.http.ip });
      const response = await fetch(ctx.platform.config.turnstileVerifyUrl, { method: 'POST', body: form, signal: AbortSignal.timeout(TIMEOUT) });
      const verdict: unknown = await response.json();
      if (!Check(Verdict, verdict)) throw new Error(`Turnstile answered ${response.status} with something else than a verdict.`);
      return verdict.success;
    } catch (error) {
      // Whoever can keep us from asking must not get in by that.
      ctx.log.error({ err: error }, 'Turnstile could not be asked about a sign-up');
      throw apiError('service_unavailable', { retryAfter: 10, cause: error });
    }
  },
};

/** The secret of the widget that was shown: one key serves for both where there is only one. */
async function secretOf(ctx: Context, widgetType: WidgetType): Promise<string> {
  const { platform: { config }, instance: { settings } } = ctx;
  const invisible = widgetType === 'invisible';
  if (turnstileOwner(settings, config) === 'server') {
    const { turnstileSecretKey = '', turnstileInvisibleSecretKey = turnstileSecretKey } = config;
    return invisible ? turnstileInvisibleSecretKey : turnstileSecretKey;
  }
  const hasOwnWidget = invisible && settings.sign_up.turnstile_invisible_site_key !== null;
  const name = hasOwnWidget ? 'turnstile_invisible_secret_key' : 'turnstile_secret_key';
  const secret = await readSecret(ctx, name);
  if (secret === null) throw new Error(`The instance has a site key of Turnstile and no secret key: set it with \`foyer secrets set ${name}\`.`);
  return secret;
}
