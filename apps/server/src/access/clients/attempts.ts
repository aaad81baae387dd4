import type { SignInResource } from '@foyer/protocol/schemas/resources/sign-in';
import type { SignUpResource } from '@foyer/protocol/schemas/resources/sign-up';
import type { Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { findCurrentSignIn, loadAttempt, signInResource } from '../sign-ins/service.ts';
import { findCurrentSignUp, signUpResource } from '../sign-ups/service.ts';
import type { ClientRow } from './tables.ts';

/** The sign-in that is going on in a client, as its resource shows it. */
export async function signInOfClient(ctx: RequestContext, client: ClientRow): Promise<SignInResource | null> {
  const signIn = await findCurrentSignIn(ctx, client.sign_in_id);
  return signIn && signInResource(ctx, await loadAttempt(ctx, signIn));
}

/** The sign-up that is going on in a client, as its resource shows it. */
export async function signUpOfClient(ctx: Context, client: ClientRow): Promise<SignUpResource | null> {
  const signUp = await findCurrentSignUp(ctx, client.sign_up_id);
  return signUp && signUpResource(ctx, signUp);
}
