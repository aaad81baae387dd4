import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { AllowlistIdentifier, AllowlistIdentifiers, BlocklistIdentifier, BlocklistIdentifiers } from '@foyer/protocol/schemas/backend/restrictions';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CreateAllowlistIdentifierParams, CreateBlocklistIdentifierParams, ListAllowlistIdentifiersQuery } from '@foyer/protocol/schemas/requests/restrictions';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { allowlistIdentifierResource, blocklistIdentifierResource } from './resource.ts';
import { allowAndNotify, listIdentifier, unlistIdentifier } from './service.ts';
import * as store from './store.ts';

const tag = 'Allow-list / Block-list';
const params = pathParams('identifier_id');

/** The allowlist and the blocklist. */
export function restrictionBackendRoutes(routes: BackendRoutes): void {
  allowlistRoutes(routes);
  blocklistRoutes(routes);
}

function allowlistRoutes(routes: BackendRoutes): void {
  const path = '/v1/allowlist_identifiers';

  routes.get(path, { summary: 'List the allowlist', tag, query: ListAllowlistIdentifiersQuery, response: AllowlistIdentifiers }, async (ctx, { query }) => {
    const data = (await store.list(ctx.db, ctx.instance.id, 'allow', query)).map(allowlistIdentifierResource);
    return query.paginated ? { data, total_count: await store.count(ctx.db, ctx.instance.id, 'allow') } : data;
  });

  routes.post(path, { summary: 'Add to the allowlist', tag, body: CreateAllowlistIdentifierParams, response: AllowlistIdentifier }, async (ctx, { body }) =>
    allowlistIdentifierResource(await (body.notify ? allowAndNotify(ctx, body.identifier) : listIdentifier(ctx, 'allow', body.identifier))),
  );

  routes.delete(`${path}/:identifier_id`, { summary: 'Remove from the allowlist', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    await unlistIdentifier(ctx, 'allow', params.identifier_id);
    return { object: 'allowlist_identifier', id: params.identifier_id, deleted: true };
  });
}

function blocklistRoutes(routes: BackendRoutes): void {
  const path = '/v1/blocklist_identifiers';

  routes.get(path, { summary: 'List the blocklist', tag, response: BlocklistIdentifiers }, async (ctx) => {
    const data = (await store.list(ctx.db, ctx.instance.id, 'block')).map(blocklistIdentifierResource);
    return { data, total_count: data.length };
  });

  routes.post(path, { summary: 'Add to the blocklist', tag, body: CreateBlocklistIdentifierParams, response: BlocklistIdentifier }, async (ctx, { body }) =>
    blocklistIdentifierResource(await listIdentifier(ctx, 'block', body.identifier)),
  );

  routes.delete(`${path}/:identifier_id`, { summary: 'Remove from the blocklist', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    await unlistIdentifier(ctx, 'block', params.identifier_id);
    return { object: 'blocklist_identifier', id: params.identifier_id, deleted: true };
  });
}
