import { BackendUser, BackendUsers } from '@foyer/protocol/schemas/backend/user';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { UserIdsParams } from '@foyer/protocol/schemas/requests/users';
import { transaction, type Context } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { loadUser, loadUsers } from './find.ts';
import { backendUserResource } from './resource.ts';
import { banUser, lockUser, unbanUser, unlockUser } from './standing.ts';
import type { UserRow } from './tables.ts';

const tag = 'Users';
const params = pathParams('user_id');

/** Bans and locks, for servers. */
export function standingBackendRoutes(routes: BackendRoutes): void {
  const forOne = (verb: string, summary: string, change: (ctx: Context, id: string) => Promise<UserRow>) =>
    routes.post(`/v1/users/:user_id/${verb}`, { summary, tag, params, response: BackendUser }, async (ctx, { params }) => {
      await change(ctx, params.user_id);
      return backendUserResource(await loadUser(ctx, params.user_id), ctx);
    });

  const forMany = (verb: string, summary: string, change: (ctx: Context, id: string) => Promise<UserRow>) =>
    routes.post(`/v1/users/${verb}`, { summary, tag, body: UserIdsParams, response: BackendUsers }, (ctx, { body }) =>
      transaction(ctx, async (ctx) => {
        // In one order for everybody, so that two of these at once cannot wait for each other.
        for (const id of [...new Set(body.user_ids)].sort()) await change(ctx, id);
        const users = await loadUsers(ctx, body.user_ids);
        return [...users.values()].map((user) => backendUserResource(user, ctx));
      }),
    );

  forMany('ban', 'Ban several users', banUser);
  forMany('unban', 'Lift the ban from several users', unbanUser);
  forOne('ban', 'Ban a user', banUser);
  forOne('unban', 'Lift the ban from a user', unbanUser);
  forOne('lock', 'Lock a user', lockUser);
  forOne('unlock', 'Unlock a user', unlockUser);
}
