import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { isBreached, markPasswordCompromised } from '../../people/passwords/service.ts';
import { assertMaySignIn, loadUser } from '../../people/users/service.ts';
import { lockedUser } from '../../people/users/update.ts';
import { firstFactorsOf, findStrategy, identityOf, type Proof, type Refused, type Strategy } from '../strategies/index.ts';
import type { SignInAttempt } from './attempt.ts';

/**
 * Whether someone signs in with a password that is known from breaches, and the instance cares
 * (password-protection-and-rules). Asked of every password, right or wrong: the time tells nothing.
 * May ask a service, and so must not be called inside a transaction.
 */
export async function usesExposedPassword(ctx: Context, { name }: Strategy, { password }: Proof): Promise<boolean> {
  const { disable_hibp: off, enforce_hibp_on_sign_in: enforced } = ctx.instance.settings.password;
  return name === 'password' && !off && enforced && !!password && isBreached(ctx, password);
}

/**
 * What becomes of a sign-in whose password was right, but is known to others. Whoever knows it may
 * not be the owner: that shows in a code, with which the password is reset. Where there is nowhere to
 * send one, the password must do, and is changed before the sign-in ends.
 */
export async function meetExposure(ctx: Context, attempt: SignInAttempt): Promise<Refused | SignInAttempt> {
  const { person } = attempt;
  if (!person) throw new Error(`Sign-in ${attempt.row.id} has proved a password, but of nobody.`);
  assertMaySignIn(ctx, await lockedUser(ctx, person.user.id));
  const canReset = firstFactorsOf(identityOf(person), ctx.instance.settings).some(({ strategy }) => findStrategy(strategy)?.resetsPassword);
  if (canReset) return { refusal: apiError('form_password_pwned', { param: 'password' }), counts: false };
  await markPasswordCompromised(ctx, person.user.id, false);
  return { ...attempt, person: await loadUser(ctx, person.user.id) };
}
