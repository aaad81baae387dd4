import { apiError } from '@foyer/protocol/errors';
import { BackendSignUp } from '@foyer/protocol/schemas/backend/sign-up';
import { UpdateBackendSignUpParams } from '@foyer/protocol/schemas/requests/backend-sign-ups';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { now, transaction, type Context } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { backendSignUpResource } from './resource.ts';
import * as store from './store.ts';
import type { SignUpRow } from './tables.ts';

/** Sign-ups, for servers. */
export function signUpBackendRoutes(routes: BackendRoutes): void {
  const common = { tag: 'Sign Ups', response: BackendSignUp, params: pathParams('id') };

  routes.get('/v1/sign_ups/:id', { ...common, summary: 'Read a sign-up' }, async (ctx, { params }) =>
    backendSignUpResource(ctx, requireFound(await store.find(ctx.db, ctx.instance.id, params.id))),
  );

  routes.patch('/v1/sign_ups/:id', { ...common, summary: 'Update a sign-up', body: UpdateBackendSignUpParams }, async (ctx, { params, body }) =>
    backendSignUpResource(ctx, await change(ctx, params.id, body)),
  );
}

function change(ctx: Context, id: string, { external_id: externalId, custom_action: customAction }: UpdateBackendSignUpParams): Promise<SignUpRow> {
  return transaction(ctx, async (ctx) => {
    const row = requireFound(await store.findForUpdate(ctx.db, ctx.instance.id, id));
    if (row.created_user_id !== null) throw apiError('sign_up_cannot_be_updated');
    return store.update(ctx.db, ctx.instance.id, id, {
      ...(externalId === undefined ? {} : { external_id: externalId }),
      ...(customAction === undefined || customAction === null ? {} : { custom_action: customAction }),
      updated_at: now(ctx),
    });
  });
}

function requireFound(row: SignUpRow | undefined): SignUpRow {
  if (!row) throw apiError('resource_not_found');
  return row;
}
