import { apiError } from '@foyer/protocol/errors';
import { turnstileOwner } from '../../instances/environment/captcha.ts';
import { after, MINUTE, SECOND, HOUR } from '../../platform/clock.ts';
import { now, type Context, type Platform } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { find as findVerification } from '../../people/verifications/service.ts';
import { findClient, updateClient } from '../clients/service.ts';
import { findCurrentSignIn } from '../sign-ins/current.ts';
import { carriesTestingToken } from '../testing-tokens/service.ts';
import { altcha } from './altcha.ts';
import type { CaptchaProvider } from './provider.ts';
import * as store from './store.ts';
import { turnstile } from './turnstile.ts';

/** How long a check that was passed by itself waits for the sign-up that it was asked for. */
const PASS_LIFE = 10 * MINUTE;

/** What a sign-up, or the check by itself, may bring along. */
export interface CaptchaParams {
  captcha_token?: string | null;
  captcha_error?: string | null;
  captcha_widget_type?: string | null;
}

interface SignUpParams extends CaptchaParams {
  strategy?: string | null;
  transfer?: boolean | null;
}

/** Deletes, every hour, the proofs that need not be remembered any more. */
export function forgetOldProofs({ jobs, clock, db }: Platform): void {
  jobs.every('forget-captcha-proofs', HOUR / SECOND, () => store.deleteExpired(db, clock.now()));
}

/**
 * Lets a sign-up begin only where the security check is passed, if the instance wants one.
 *
 * @returns whether nothing more is asked; not so when a provider whose word is enough has yet to give it
 * @throws ApiError `captcha_missing_token`, `captcha_invalid`
 */
export async function requireHuman(ctx: RequestContext, params: SignUpParams): Promise<boolean> {
  const waiver = await waiverFor(ctx, params);
  if (waiver !== null) return waiver === 'for good';
  if (params.captcha_token || params.captcha_error) await checkAnswer(ctx, params);
  else if (!(await takePass(ctx))) throw apiError('captcha_missing_token');
  return true;
}

/**
 * Lets a sign-up that began without a check go on only where it is passed by now.
 *
 * @returns as {@link requireHuman}
 * @throws ApiError `requires_captcha`, upon which SDKs show the check and try again
 */
export async function requireHumanByNow(ctx: RequestContext, params: SignUpParams): Promise<boolean> {
  const waiver = await waiverFor(ctx, params);
  if (waiver === null && !(await takePass(ctx))) throw apiError('requires_captcha');
  return waiver !== 'by a provider';
}

/**
 * The last moment: no account is made without the check, unless the provider that was named has really vouched.
 *
 * @param vouchedBy strategy of the account elsewhere that is proved to be the person's
 * @throws ApiError `requires_captcha`
 */
export async function requireHumanAtLast(ctx: RequestContext, passed: boolean, vouchedBy: string | null): Promise<void> {
  if (!passed) await requireHumanByNow(ctx, { strategy: vouchedBy });
}

/**
 * Takes the check by itself, for the asking client's next sign-up.
 *
 * @throws ApiError `captcha_not_enabled`, `captcha_missing_token`, `captcha_invalid`
 */
export async function passCheck(ctx: RequestContext, params: CaptchaParams & { captcha_action?: string | null }, clientId: string): Promise<void> {
  if (!ctx.instance.settings.sign_up.captcha_enabled) throw apiError('captcha_not_enabled');
  await checkAnswer(ctx, params);
  // A heartbeat shows that the page is a browser's; it earns nothing.
  if (params.captcha_action !== 'heartbeat') await updateClient(ctx, clientId, { captcha_passed_at: now(ctx) });
}

async function checkAnswer(ctx: RequestContext, { captcha_token: token, captcha_error: error, captcha_widget_type: type }: CaptchaParams): Promise<void> {
  // Whatever kept the browser from showing the check, it has not been passed.
  if (error) throw apiError('captcha_invalid');
  if (!token) throw apiError('captcha_missing_token');
  if (!(await provider(ctx).verify(ctx, { token, widgetType: type === 'smart' ? 'smart' : 'invisible' }))) throw apiError('captcha_invalid');
}

function provider({ instance, platform }: Context): CaptchaProvider {
  return turnstileOwner(instance.settings, platform.config) === null ? altcha : turnstile;
}

/** Why no check is asked for: nobody has to show one here, or someone else's word is enough. */
async function waiverFor(ctx: RequestContext, { strategy, transfer }: SignUpParams): Promise<'for good' | 'by a provider' | null> {
  const { captcha_enabled: enabled, captcha_oauth_bypass: trusted, captcha_native_bypass: nativesPass } = ctx.instance.settings.sign_up;
  if (!enabled || carriesTestingToken(ctx) || (nativesPass && ctx.http.native)) return 'for good';
  const client = ctx.asking.clientId === null ? null : await findClient(ctx, ctx.asking.clientId);
  if (client?.captcha_bypass) return 'for good';
  const provenBy = transfer ? await strategyOfSignIn(ctx, client?.sign_in_id ?? null) : strategy;
  return provenBy != null && trusted.includes(provenBy) ? 'by a provider' : null;
}

/** By whom the person has been vouched for, whose sign-in becomes a sign-up. */
async function strategyOfSignIn(ctx: Context, signInId: string | null): Promise<string | null> {
  const signIn = await findCurrentSignIn(ctx, signInId);
  return (await findVerification(ctx, signIn?.first_factor_verification_id ?? null))?.strategy ?? null;
}

async function takePass(ctx: RequestContext): Promise<boolean> {
  const { clientId } = ctx.asking;
  return clientId !== null && store.takePass(ctx.db, ctx.instance.id, clientId, after(now(ctx), -PASS_LIFE));
}
