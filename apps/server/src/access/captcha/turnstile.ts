import { apiError } from '@foyer/protocol/errors';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { SECOND } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { CaptchaProvider } from './provider.ts';

/** How long Cloudflare may keep a sign-up waiting. */
const TIMEOUT = 10 * SECOND;

const Verdict = Type.Object({ success: Type.Boolean() });

/**
 * Cloudflare Turnstile. A token is good once and for five minutes, which Cloudflare sees to.
 * Source: developers.cloudflare.com/turnstile/get-started/server-side-validation
 */
export function turnstile(config: Config): CaptchaProvider {
  const { turnstileVerifyUrl, turnstileSecretKey = '', turnstileInvisibleSecretKey = turnstileSecretKey } = config;
  return {
    async verify(ctx, { token, widgetType }) {
      const form = new URLSearchParams({ secret: widgetType === 'smart' ? turnstileSecretKey : turnstileInvisibleSecretKey, response: token, remoteip: ctx.http.ip });
      try {
        const response = await fetch(turnstileVerifyUrl, { method: 'POST', body: form, signal: AbortSignal.timeout(TIMEOUT) });
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
}
