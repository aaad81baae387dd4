import type { RequestContext } from '../../platform/http/facts.ts';
import { handOver } from '../../people/hand-over/service.ts';
import { loadUser } from '../../people/users/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { isHeld, proveHeld } from '../attempts/prove-held.ts';
import { findStrategy, type Subject } from '../strategies/index.ts';
import type { SignInAttempt } from './attempt.ts';
import { FIRST_FACTOR, type Step } from './steps.ts';

/** What a code to somebody who has forgotten their password proves beside that, as it is noted on the contact. */
const PROVED_BY_RESET: Readonly<Record<string, string>> = { reset_password_email_code: 'email_code', reset_password_phone_code: 'phone_code' };

/**
 * Whoever signs in with a code sent to an address or number that was only held for them so far has
 * proved with it that it is theirs, and so is the account, unless they opened it by something else
 * before: see {@link handOver}.
 *
 * @returns the sign-in with the person as they are now
 */
export async function proveContact(ctx: RequestContext, step: Step, attempt: SignInAttempt, { person, contact }: Subject, { strategy: name }: VerificationRow): Promise<SignInAttempt> {
  const strategy = PROVED_BY_RESET[name] ?? name;
  if (!person || !contact || findStrategy(strategy)?.verifies !== contact.kind || !isHeld(person, contact)) return attempt;
  await proveHeld(ctx, contact, strategy, ctx.asking.clientId);
  if (step === FIRST_FACTOR) await handOver(ctx, person.user.id);
  return { ...attempt, person: await loadUser(ctx, person.user.id) };
}
