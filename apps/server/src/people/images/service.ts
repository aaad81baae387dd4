import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { imageAddress } from './address.ts';
import type { EncodedImage } from './encode.ts';
import * as store from './store.ts';
import type { ImageRow } from './tables.ts';

export { avatarUrl, initialsOf } from './avatar.ts';
export { encodeImage, type EncodedImage } from './encode.ts';
export { readUpload, type Upload } from './upload.ts';

/** Stores an image; its content never changes, so that it can be cached for ever. */
export async function addImage(ctx: Context, name: string, { content, contentType }: EncodedImage): Promise<string> {
  const id = newId(ctx, 'image');
  await store.insert(ctx.db, { instance_id: ctx.instance.id, id, name, content, content_type: contentType, created_at: now(ctx) });
  return id;
}

/** @throws `image_not_found` */
export async function getImage(ctx: Context, id: string): Promise<ImageRow> {
  const image = await store.find(ctx.db, ctx.instance.id, id);
  if (!image) throw apiError('image_not_found');
  return image;
}

/** A copy under another id, so that each image has one owner and goes when they go. */
export async function copyImage(ctx: Context, id: string): Promise<string> {
  const { name, content } = await getImage(ctx, id);
  return addImage(ctx, name, { content, contentType: 'image/webp' });
}

export function removeImage(ctx: Context, id: string): Promise<void> {
  return store.remove(ctx.db, ctx.instance.id, id);
}

/** Where everybody can see an image. */
export function imageUrl(ctx: Context, id: string): string {
  return imageAddress(ctx, `/v1/images/${id}`);
}
