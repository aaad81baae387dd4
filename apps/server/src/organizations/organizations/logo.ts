import { apiError } from '@foyer/protocol/errors';
import { transaction, type Context } from '../../platform/context.ts';
import { addImage, encodeImage, removeImage, type Upload } from '../../people/images/service.ts';
import { lockedOrganization } from './find.ts';
import type { OrganizationRow } from './tables.ts';
import { updateOrganization } from './update.ts';

/**
 * Gives an organization an uploaded logo, in place of the one it had.
 *
 * @throws `request_body_invalid` when it is no picture; `resource_not_found`
 */
export async function setLogo(ctx: Context, id: string, { name, bytes }: Upload): Promise<OrganizationRow> {
  const encoded = await encodeImage(bytes);
  return transaction(ctx, async (ctx) => replaceLogo(ctx, id, await addImage(ctx, name, encoded)));
}

/** @throws `image_not_found` when there is no logo; `resource_not_found` */
export function removeLogo(ctx: Context, id: string): Promise<{ imageId: string; organization: OrganizationRow }> {
  return transaction(ctx, async (ctx) => {
    const { image_id: imageId } = await lockedOrganization(ctx, id);
    if (imageId === null) throw apiError('image_not_found');
    return { imageId, organization: await replaceLogo(ctx, id, null) };
  });
}

async function replaceLogo(ctx: Context, id: string, imageId: string | null): Promise<OrganizationRow> {
  const { image_id: former } = await lockedOrganization(ctx, id);
  const organization = await updateOrganization(ctx, id, { image_id: imageId });
  if (former !== null) await removeImage(ctx, former);
  return organization;
}
