import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { RedirectUrl, RedirectUrls, type RedirectUrlResource } from '@foyer/protocol/schemas/backend/redirect-url';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CreateRedirectUrlParams, ListRedirectUrlsQuery } from '@foyer/protocol/schemas/requests/redirect-urls';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { createRedirectUrl, deleteRedirectUrl, getRedirectUrl } from './service.ts';
import * as store from './store.ts';
import type { RedirectUrlRow } from './tables.ts';

const tag = 'Redirect URLs';
const params = pathParams('id');

/** Addresses to which apps may be redirected. */
export function redirectUrlBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/redirect_urls', { summary: 'List redirect URLs', tag, query: ListRedirectUrlsQuery, response: RedirectUrls }, async (ctx, { query }) => {
    const data = (await store.list(ctx.db, ctx.instance.id, query)).map(redirectUrlResource);
    return query.paginated ? { data, total_count: await store.count(ctx.db, ctx.instance.id) } : data;
  });

  routes.post('/v1/redirect_urls', { summary: 'Create a redirect URL', tag, body: CreateRedirectUrlParams, response: RedirectUrl }, async (ctx, { body }) =>
    redirectUrlResource(await createRedirectUrl(ctx, body.url)),
  );

  routes.get('/v1/redirect_urls/:id', { summary: 'Get a redirect URL', tag, params, response: RedirectUrl }, async (ctx, { params }) =>
    redirectUrlResource(await getRedirectUrl(ctx, params.id)),
  );

  routes.delete('/v1/redirect_urls/:id', { summary: 'Delete a redirect URL', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    await deleteRedirectUrl(ctx, params.id);
    return { object: 'redirect_url', id: params.id, deleted: true };
  });
}

function redirectUrlResource({ id, url, created_at: createdAt, updated_at: updatedAt }: RedirectUrlRow): RedirectUrlResource {
  return { object: 'redirect_url', id, url, created_at: createdAt.getTime(), updated_at: updatedAt.getTime() };
}
