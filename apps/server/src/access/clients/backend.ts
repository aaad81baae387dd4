import { apiError } from '@foyer/protocol/errors';
import { BackendClient, BackendClients } from '@foyer/protocol/schemas/backend/client';
import { ListClientsQuery, VerifyClientTokenParams } from '@foyer/protocol/schemas/requests/sessions';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { Context } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { shownSessions } from '../sessions/find.ts';
import { backendClientResource } from './resource.ts';
import { findClient, findClientByToken, listClients } from './service.ts';
import type { ClientRow } from './tables.ts';

const TAG = 'Clients';

/** Clients, for servers. */
export function clientBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/clients', { tag: TAG, summary: 'List all clients', query: ListClientsQuery, response: BackendClients }, async (ctx, { query }) => {
    const { rows, total } = await listClients(ctx, { limit: query.limit, offset: query.offset, counted: query.paginated === true });
    const data = await resources(ctx, rows);
    return query.paginated ? { data, total_count: total } : data;
  });

  const verify = { tag: TAG, summary: 'Find the client of a client token', body: VerifyClientTokenParams, response: BackendClient };
  routes.post('/v1/clients/verify', verify, async (ctx, { body }) => {
    const found = await findClientByToken(ctx, body.token);
    if (!found) throw apiError('cookie_invalid');
    return resource(ctx, found.client);
  });

  const get = { tag: TAG, summary: 'Get a client', params: pathParams('client_id'), response: BackendClient };
  routes.get('/v1/clients/:client_id', get, async (ctx, { params }) => {
    const client = await findClient(ctx, params.client_id);
    if (!client) throw apiError('resource_not_found', { longMessage: 'There is no client with this id.' });
    return resource(ctx, client);
  });
}

async function resources(ctx: Context, clients: readonly ClientRow[]) {
  const sessions = await shownSessions(ctx, clients.map((client) => client.id));
  return clients.map((client) => backendClientResource(ctx, client, sessions.filter((session) => session.client_id === client.id)));
}

async function resource(ctx: Context, client: ClientRow) {
  const [one] = await resources(ctx, [client]);
  return one;
}
