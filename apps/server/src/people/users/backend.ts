import { BackendDeletedObject, TotalCount } from '@foyer/protocol/schemas/backend/lists';
import { BackendUser, BackendUsers } from '@foyer/protocol/schemas/backend/user';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CountUsersQuery, CreateUserParams, ListUsersQuery, UpdateUserParams, UserMetadataParams } from '@foyer/protocol/schemas/requests/users';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { readUpload } from '../images/service.ts';
import { createUserByServer } from './create-by-server.ts';
import { loadUser } from './find.ts';
import { countUsers, listUsers } from './list.ts';
import { removeProfileImage, setProfileImage } from './profile-image.ts';
import { deleteUser } from './remove.ts';
import { backendUserResource } from './resource.ts';
import { mergeUserMetadata, replaceUserMetadata } from './update.ts';
import { updateUserByServer } from './update-by-server.ts';

const tag = 'Users';
const params = pathParams('user_id');
const response = BackendUser;

/** Users, for servers. */
export function userBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/users', { summary: 'List users', tag, query: ListUsersQuery, response: BackendUsers }, async (ctx, { query }) => {
    const users = (await listUsers(ctx, query)).map((user) => backendUserResource(user, ctx));
    return query.paginated ? { data: users, total_count: await countUsers(ctx, query) } : users;
  });

  routes.get('/v1/users/count', { summary: 'Count users', tag, query: CountUsersQuery, response: TotalCount }, async (ctx, { query }) => {
    return { object: 'total_count', total_count: await countUsers(ctx, query) };
  });

  routes.post('/v1/users', { summary: 'Create a user', tag, body: CreateUserParams, response }, async (ctx, { body }) => {
    return backendUserResource(await createUserByServer(ctx, body), ctx);
  });

  routes.get('/v1/users/:user_id', { summary: 'Get a user', tag, params, response }, async (ctx, { params }) => {
    return backendUserResource(await loadUser(ctx, params.user_id), ctx);
  });

  routes.patch('/v1/users/:user_id', { summary: 'Update a user', tag, params, body: UpdateUserParams, response }, async (ctx, { params, body }) => {
    return backendUserResource(await updateUserByServer(ctx, params.user_id, body), ctx);
  });

  routes.delete('/v1/users/:user_id', { summary: 'Delete a user', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    const { external_id: externalId } = await deleteUser(ctx, params.user_id);
    return { object: 'user', id: params.user_id, deleted: true, ...(externalId === null ? {} : { external_id: externalId }) };
  });

  routes.patch('/v1/users/:user_id/metadata', { summary: 'Merge into a user’s metadata', tag, params, body: UserMetadataParams, response }, async (ctx, { params, body }) => {
    return backendUserResource(await mergeUserMetadata(ctx, params.user_id, body), ctx);
  });

  routes.put('/v1/users/:user_id/metadata', { summary: 'Replace a user’s metadata', tag, params, body: UserMetadataParams, response }, async (ctx, { params, body }) => {
    return backendUserResource(await replaceUserMetadata(ctx, params.user_id, body), ctx);
  });

  routes.post('/v1/users/:user_id/profile_image', { summary: 'Set a user’s picture', tag, params, response }, async (ctx, { params, request }) => {
    const upload = await readUpload(request);
    return backendUserResource(await setProfileImage(ctx, params.user_id, upload), ctx);
  });

  routes.delete('/v1/users/:user_id/profile_image', { summary: 'Remove a user’s picture', tag, params, response }, async (ctx, { params }) => {
    return backendUserResource((await removeProfileImage(ctx, params.user_id)).user, ctx);
  });
}
