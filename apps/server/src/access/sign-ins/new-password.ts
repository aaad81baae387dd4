import { apiError } from '@foyer/protocol/errors';
import type { ResetPasswordParams } from '@foyer/protocol/schemas/requests/sign-ins';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { checkNewPassword, hashPassword, setPassword, type PasswordHash } from '../../people/passwords/service.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { loadAttempt, statusOf, type SignInAttempt } from './attempt.ts';
import { currentSignIn, lockCurrentSignIn } from './current.ts';
import { settle } from './settle.ts';
import { writeSignIn } from './write.ts';

/** Sets the new password that a sign-in is waiting for, and ends the sign-in when nothing else is missing. */
export async function resetPassword(ctx: RequestContext, id: string, params: ResetPasswordParams): Promise<SignInAttempt> {
  requireWaiting(ctx, await loadAttempt(ctx, await currentSignIn(ctx, id)));
  await checkNewPassword(ctx, params.password);
  const password = await hashPassword(params.password);
  return transaction(ctx, async (ctx) => {
    const attempt = await loadAttempt(ctx, await lockCurrentSignIn(ctx, id));
    requireWaiting(ctx, attempt);
    return writeSignIn(ctx, await settle(ctx, await setNewPassword(ctx, attempt, password, params.sign_out_of_other_sessions ?? false)));
  });
}

/** Gives the account of a sign-in its new password, inside a transaction. */
export async function setNewPassword(ctx: RequestContext, attempt: SignInAttempt, password: PasswordHash, signOutOthers = false): Promise<SignInAttempt> {
  const { row } = attempt;
  const { id, user_id: userId } = row;
  if (userId === null) throw new Error(`Sign-in ${id} has proved a first factor, but of nobody.`);
  await setPassword(ctx, userId, password, { signOutOthers, exceptSessionId: null });
  return { ...attempt, row: { ...row, new_password_set_at: now(ctx), abandon_at: abandonAt(ctx), updated_at: now(ctx) } };
}

function requireWaiting(ctx: RequestContext, attempt: SignInAttempt): void {
  if (statusOf(ctx, attempt) !== 'needs_new_password') throw apiError('client_state_invalid');
}
