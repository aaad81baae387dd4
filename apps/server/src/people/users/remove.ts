import { emit, transaction, type Context } from '../../platform/context.ts';
import { removeImage } from '../images/service.ts';
import * as store from './store.ts';
import { lockedUser } from './update.ts';
import type { UserRow } from './tables.ts';

/**
 * Deletes a user with everything that is theirs. `user.deleted` is raised first, so that its
 * handlers still find the user.
 *
 * @throws `resource_not_found`
 */
export function deleteUser(ctx: Context, id: string): Promise<UserRow> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, id);
    await emit(ctx, 'user.deleted', { userId: id });
    if (user.image_id) await removeImage(ctx, user.image_id);
    await store.remove(ctx.db, ctx.instance.id, id);
    return user;
  });
}
