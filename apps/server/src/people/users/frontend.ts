import { apiError } from '@foyer/protocol/errors';
import { UpdateMeParams, UpdateMyMetadataParams } from '@foyer/protocol/schemas/requests/me';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { User } from '@foyer/protocol/schemas/resources/user';
import Type, { type Static } from 'typebox';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { getUser, loadUser } from './find.ts';
import { changeProfile } from './profile.ts';
import { deleteUser } from './remove.ts';
import { frontendUserResource } from './resource.ts';
import { mergeUserMetadata } from './update.ts';

/** Apps of old sent passwords here; they are told where to go. */
const UpdateMeBody = Type.Object({ ...UpdateMeParams.properties, password: Type.Optional(Type.Unknown()) }, { additionalProperties: false });

/** The signed-in person's own account. */
export function userRoutes(routes: FrontendRoutes): void {
  routes.get('/v1/me', { summary: 'Get the current user', tag: 'Me', asker: 'user', response: User }, async (ctx) => {
    const { userId } = askingUser(ctx);
    return frontendUserResource(await loadUser(ctx, userId), ctx);
  });

  routes.patch('/v1/me', { summary: 'Update the current user', tag: 'Me', asker: 'user', sensitive: changesIdentification, body: UpdateMeBody, response: User }, async (ctx, { body }) => {
    const { userId } = askingUser(ctx);
    const { password, ...params } = body;
    if (password !== undefined) throw apiError('updating_user_password_deprecated');
    return frontendUserResource(await changeProfile(ctx, userId, params, { self: true, notifyPrimaryEmailAddress: true }), ctx);
  });

  routes.patch(
    '/v1/me/metadata',
    { summary: 'Merge into the current user’s unsafe metadata', tag: 'Me', asker: 'user', body: UpdateMyMetadataParams, response: User },
    async (ctx, { body }) => {
      const { userId } = askingUser(ctx);
      return frontendUserResource(await mergeUserMetadata(ctx, userId, body), ctx);
    },
  );

  routes.delete('/v1/me', { summary: 'Delete the current user', tag: 'Me', asker: 'self', sensitive: true, response: DeletedObject }, async (ctx) => {
    const { userId } = askingUser(ctx);
    const user = await getUser(ctx, userId);
    if (!ctx.instance.settings.actions.delete_self || !user.delete_self_enabled) throw apiError('user_delete_self_not_enabled');
    await deleteUser(ctx, userId);
    return { object: 'user', id: userId, deleted: true };
  });
}

/** Names and metadata are no secret to keep; what the person signs in with is. */
function changesIdentification(body: Static<typeof UpdateMeBody>): boolean {
  const { username, primary_email_address_id: email, primary_phone_number_id: phone, primary_web3_wallet_id: wallet } = body;
  return [username, email, phone, wallet].some((value) => value !== undefined);
}
