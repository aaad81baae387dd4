import { apiError } from '@foyer/protocol/errors';
import type { ResetPasswordParams } from '@foyer/protocol/schemas/requests/sign-ins';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { checkPasswordRules, hashPassword, setPassword, type PasswordHash } from '../../people/passwords/service.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { factsOf, loadAttempt } from './attempt.ts';
import { currentSignIn, lockCurrentSignIn } from './current.ts';
import { settle } from './settle.ts';
import { signInStatus } from './status.ts';
import * as store from './store.ts';
import type { SignInRow } from './tables.ts';

/** Sets the new password that a sign-in is waiting for, and ends the sign-in when nothing else is missing. */
export async function resetPassword(ctx: RequestContext, id: string, params: ResetPasswordParams): Promise<SignInRow> {
  await requireWaiting(ctx, await currentSignIn(ctx, id));
  checkPasswordRules(ctx.instance.settings, params.password);
  const password = await hashPassword(params.password);
  return transaction(ctx, async (ctx) => {
    const held = await lockCurrentSignIn(ctx, id);
    await requireWaiting(ctx, held);
    return settle(ctx, await setNewPassword(ctx, held, password, params.sign_out_of_other_sessions ?? false));
  });
}

/** Gives the account of a sign-in its new password, inside a transaction. */
export async function setNewPassword(ctx: RequestContext, row: SignInRow, password: PasswordHash, signOutOthers = false): Promise<SignInRow> {
  if (row.user_id === null) throw new Error(`Sign-in ${row.id} has proved a first factor, but of nobody.`);
  await setPassword(ctx, row.user_id, password, { signOutOthers, exceptSessionId: null });
  return store.update(ctx.db, ctx.instance.id, row.id, { new_password_set_at: now(ctx), abandon_at: abandonAt(ctx), updated_at: now(ctx) });
}

async function requireWaiting(ctx: RequestContext, row: SignInRow): Promise<void> {
  if (signInStatus(factsOf(ctx, await loadAttempt(ctx, row))) !== 'needs_new_password') throw apiError('client_state_invalid');
}
