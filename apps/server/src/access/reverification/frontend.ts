import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import {
  AttemptReverificationFirstFactorParams,
  AttemptReverificationSecondFactorParams,
  PrepareReverificationFirstFactorParams,
  PrepareReverificationSecondFactorParams,
  StartReverificationParams,
} from '@foyer/protocol/schemas/requests/sessions';
import { SessionReverification } from '@foyer/protocol/schemas/resources/reverification';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { prepareFactor } from './prepare.ts';
import { proveFactor } from './prove.ts';
import { reverificationResource } from './resource.ts';
import { startReverification } from './start.ts';
import { FIRST_FACTOR, SECOND_FACTOR } from './steps.ts';

/** Proving again, within a session, who one is. */
export function reverificationRoutes(routes: FrontendRoutes): void {
  const common = { tag: 'Sessions', asker: 'anyone', params: pathParams('session_id'), response: SessionReverification } as const;
  const path = '/v1/client/sessions/:session_id/verify';

  routes.post(path, { ...common, summary: 'Begin a reverification', body: StartReverificationParams }, async (ctx, { params, body }) =>
    reverificationResource(ctx, await startReverification(ctx, params.session_id, body.level)),
  );

  routes.post(
    `${path}/prepare_first_factor`,
    { ...common, summary: 'Send a code or make a challenge for the first factor of a reverification', body: PrepareReverificationFirstFactorParams },
    async (ctx, { params, body }) => reverificationResource(ctx, await prepareFactor(ctx, FIRST_FACTOR, params.session_id, body)),
  );

  routes.post(
    `${path}/attempt_first_factor`,
    { ...common, rateLimit: 'attemptSignIn', summary: 'Prove the first factor of a reverification', body: AttemptReverificationFirstFactorParams },
    async (ctx, { params, body }) => reverificationResource(ctx, await proveFactor(ctx, FIRST_FACTOR, params.session_id, body)),
  );

  routes.post(
    `${path}/prepare_second_factor`,
    { ...common, summary: 'Send a code for the second factor of a reverification', body: PrepareReverificationSecondFactorParams },
    async (ctx, { params, body }) => reverificationResource(ctx, await prepareFactor(ctx, SECOND_FACTOR, params.session_id, body)),
  );

  routes.post(
    `${path}/attempt_second_factor`,
    { ...common, rateLimit: 'attemptSignIn', summary: 'Prove the second factor of a reverification', body: AttemptReverificationSecondFactorParams },
    async (ctx, { params, body }) => reverificationResource(ctx, await proveFactor(ctx, SECOND_FACTOR, params.session_id, body)),
  );
}
