import {
  AttemptFirstFactorParams,
  AttemptSecondFactorParams,
  CreateSignInParams,
  PrepareFirstFactorParams,
  PrepareSecondFactorParams,
  ResetPasswordParams,
} from '@foyer/protocol/schemas/requests/sign-ins';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { SignIn } from '@foyer/protocol/schemas/resources/sign-in';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { refuseOnSatellite } from '../authority/satellite.ts';
import { evenly } from '../attempts/pace.ts';
import { loadAttempt } from './attempt.ts';
import { createSignIn } from './create.ts';
import { ownSignIn } from './current.ts';
import { resetPassword } from './new-password.ts';
import { prepareFactor } from './prepare.ts';
import { proveFactor } from './prove.ts';
import { signInResource } from './resource.ts';
import { FIRST_FACTOR, SECOND_FACTOR } from './steps.ts';

/** Signing in, step by step. */
export function signInRoutes(routes: FrontendRoutes): void {
  const common = { tag: 'Sign Ins', response: SignIn };
  const one = { ...common, asker: 'client', params: pathParams('sign_in_id') } as const;

  routes.post('/v1/client/sign_ins', { ...common, asker: 'anyone', rateLimit: 'createSignIn', summary: 'Begin a sign-in', body: CreateSignInParams }, async (ctx, { body }) => {
    refuseOnSatellite(ctx);
    return signInResource(ctx, await evenly(ctx, () => createSignIn(ctx, body)));
  });

  routes.get('/v1/client/sign_ins/:sign_in_id', { ...one, summary: 'Read a sign-in' }, async (ctx, { params }) =>
    signInResource(ctx, await loadAttempt(ctx, await ownSignIn(ctx, params.sign_in_id))),
  );

  routes.post(
    '/v1/client/sign_ins/:sign_in_id/prepare_first_factor',
    { ...one, summary: 'Send a code or make a challenge for the first factor', body: PrepareFirstFactorParams },
    async (ctx, { params, body }) => signInResource(ctx, await evenly(ctx, () => prepareFactor(ctx, FIRST_FACTOR, params.sign_in_id, body))),
  );

  routes.post(
    '/v1/client/sign_ins/:sign_in_id/attempt_first_factor',
    { ...one, rateLimit: 'attemptSignIn', summary: 'Prove the first factor', body: AttemptFirstFactorParams },
    async (ctx, { params, body }) => signInResource(ctx, await evenly(ctx, () => proveFactor(ctx, FIRST_FACTOR, params.sign_in_id, body))),
  );

  routes.post(
    '/v1/client/sign_ins/:sign_in_id/prepare_second_factor',
    { ...one, summary: 'Send a code for the second factor', body: PrepareSecondFactorParams },
    async (ctx, { params, body }) => signInResource(ctx, await prepareFactor(ctx, SECOND_FACTOR, params.sign_in_id, body)),
  );

  routes.post(
    '/v1/client/sign_ins/:sign_in_id/attempt_second_factor',
    { ...one, rateLimit: 'attemptSignIn', summary: 'Prove the second factor', body: AttemptSecondFactorParams },
    async (ctx, { params, body }) => signInResource(ctx, await proveFactor(ctx, SECOND_FACTOR, params.sign_in_id, body)),
  );

  routes.post(
    '/v1/client/sign_ins/:sign_in_id/reset_password',
    { ...one, summary: 'Set the new password that a sign-in waits for', body: ResetPasswordParams },
    async (ctx, { params, body }) => signInResource(ctx, await resetPassword(ctx, params.sign_in_id, body)),
  );
}
