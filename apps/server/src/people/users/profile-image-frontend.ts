import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { Image } from '@foyer/protocol/schemas/resources/image';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { readUpload } from '../images/service.ts';
import { removeProfileImage, setProfileImage } from './profile-image.ts';
import { userImageUrl } from './resource.ts';

/** The signed-in person's picture. */
export function profileImageRoutes(routes: FrontendRoutes): void {
  routes.post('/v1/me/profile_image', { summary: 'Set the current user’s picture', tag: 'Me', asker: 'user', response: Image }, async (ctx, { request }) => {
    const upload = await readUpload(request);
    const { user } = await setProfileImage(ctx, askingUser(ctx).userId, upload);
    return { object: 'image', id: user.image_id, name: upload.name, public_url: userImageUrl(user, ctx) };
  });

  routes.delete('/v1/me/profile_image', { summary: 'Remove the current user’s picture', tag: 'Me', asker: 'user', response: DeletedObject }, async (ctx) => {
    const { imageId } = await removeProfileImage(ctx, askingUser(ctx).userId);
    return { object: 'image', id: imageId, deleted: true };
  });
}
