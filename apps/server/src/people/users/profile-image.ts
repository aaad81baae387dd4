import { apiError } from '@foyer/protocol/errors';
import { transaction, type Context } from '../../platform/context.ts';
import { addImage, copyImage, encodeImage, removeImage, type Upload } from '../images/service.ts';
import type { UserAggregate } from './find.ts';
import { lockedUser, updateUser } from './update.ts';

/**
 * Gives a user an uploaded picture, in place of the one they had.
 *
 * @throws `request_body_invalid` when it is no picture; `resource_not_found`
 */
export async function setProfileImage(ctx: Context, userId: string, { name, bytes }: Upload): Promise<UserAggregate> {
  const encoded = await encodeImage(bytes);
  return transaction(ctx, async (ctx) => replaceImage(ctx, userId, await addImage(ctx, name, encoded)));
}

/**
 * Gives a user a copy of an image that is here already.
 *
 * @throws `image_not_found`, `resource_not_found`
 */
export function useImage(ctx: Context, userId: string, imageId: string): Promise<UserAggregate> {
  return transaction(ctx, async (ctx) => replaceImage(ctx, userId, await copyImage(ctx, imageId)));
}

/** @throws `image_not_found` when the user has no picture; `resource_not_found` */
export function removeProfileImage(ctx: Context, userId: string): Promise<{ imageId: string; user: UserAggregate }> {
  return transaction(ctx, async (ctx) => {
    const { image_id: imageId } = await lockedUser(ctx, userId);
    if (imageId === null) throw apiError('image_not_found');
    return { imageId, user: await replaceImage(ctx, userId, null) };
  });
}

async function replaceImage(ctx: Context, userId: string, imageId: string | null): Promise<UserAggregate> {
  const { image_id: former } = await lockedUser(ctx, userId);
  const user = await updateUser(ctx, userId, { image_id: imageId });
  if (former !== null) await removeImage(ctx, former);
  return user;
}
