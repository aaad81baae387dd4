import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import {
  AttemptSignUpVerificationParams,
  CreateSignUpParams,
  PrepareSignUpVerificationParams,
  UpdateSignUpParams,
} from '@foyer/protocol/schemas/requests/sign-ups';
import { SignUp } from '@foyer/protocol/schemas/resources/sign-up';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { refuseOnSatellite } from '../authority/satellite.ts';
import { evenly } from '../attempts/pace.ts';
import { createSignUp, updateSignUp } from './create.ts';
import { ownSignUp } from './current.ts';
import { signUpResource } from './resource.ts';
import { attemptVerification, prepareVerification } from './verify.ts';

/** Signing up, step by step. */
export function signUpRoutes(routes: FrontendRoutes): void {
  const common = { tag: 'Sign Ups', response: SignUp };
  const one = { ...common, asker: 'client', params: pathParams('sign_up_id') } as const;

  routes.post('/v1/client/sign_ups', { ...common, asker: 'anyone', rateLimit: 'createSignUp', summary: 'Begin a sign-up', body: CreateSignUpParams }, async (ctx, { body }) => {
    refuseOnSatellite(ctx);
    return signUpResource(ctx, await evenly(ctx, () => createSignUp(ctx, body)));
  });

  // Newer SDKs update whatever sign-up is current without naming it (protocol §6).
  routes.patch('/v1/client/sign_ups', { ...common, asker: 'client', summary: 'Update the current sign-up', body: UpdateSignUpParams }, async (ctx, { body }) =>
    signUpResource(ctx, await updateSignUp(ctx, null, body)),
  );

  routes.get('/v1/client/sign_ups/:sign_up_id', { ...one, summary: 'Read a sign-up' }, async (ctx, { params }) =>
    signUpResource(ctx, await ownSignUp(ctx, params.sign_up_id)),
  );

  routes.patch('/v1/client/sign_ups/:sign_up_id', { ...one, summary: 'Update a sign-up', body: UpdateSignUpParams }, async (ctx, { params, body }) =>
    signUpResource(ctx, await updateSignUp(ctx, params.sign_up_id, body)),
  );

  routes.post(
    '/v1/client/sign_ups/:sign_up_id/prepare_verification',
    { ...one, summary: 'Send a code that verifies an address or number', body: PrepareSignUpVerificationParams },
    async (ctx, { params, body }) => signUpResource(ctx, await evenly(ctx, () => prepareVerification(ctx, params.sign_up_id, body))),
  );

  routes.post(
    '/v1/client/sign_ups/:sign_up_id/attempt_verification',
    { ...one, rateLimit: 'attemptSignUp', summary: 'Verify an address or number', body: AttemptSignUpVerificationParams },
    async (ctx, { params, body }) => signUpResource(ctx, await attemptVerification(ctx, params.sign_up_id, body)),
  );
}
