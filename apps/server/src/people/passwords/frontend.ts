import { apiError } from '@foyer/protocol/errors';
import { ChangePasswordParams, RemovePasswordParams } from '@foyer/protocol/schemas/requests/me';
import { User } from '@foyer/protocol/schemas/resources/user';
import { askingUser, type RequestContext } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { assertMaySignIn, frontendUserResource, getUser, loadUser, recordFailedAttempt } from '../users/service.ts';
import type { UserRow } from '../users/tables.ts';
import { checkNewPassword, hashPassword, removePassword, setPassword, verifyPassword } from './service.ts';

/** The signed-in person's own password. */
export function passwordRoutes(routes: FrontendRoutes): void {
  routes.post(
    '/v1/me/change_password',
    { summary: 'Set or change the current user’s password', tag: 'Me', asker: 'self', sensitive: true, body: ChangePasswordParams, response: User },
    async (ctx, { body }) => {
      const { userId, sessionId } = askingUser(ctx);
      const { settings } = ctx.instance;
      const user = await getUser(ctx, userId);
      if (user.password_hash === null && !settings.attributes.password.enabled) throw apiError('form_param_unknown', { param: 'new_password' });
      if (body.new_password === undefined) throw apiError('form_param_missing', { param: 'new_password' });
      await checkNewPassword(ctx, body.new_password, 'new_password');
      await checkCurrentPassword(ctx, user, body.current_password);
      const password = await hashPassword(body.new_password);
      await setPassword(ctx, userId, password, { signOutOthers: body.sign_out_of_other_sessions === true, exceptSessionId: sessionId });
      return frontendUserResource(await loadUser(ctx, userId), ctx);
    },
  );

  routes.post(
    '/v1/me/remove_password',
    { summary: 'Remove the current user’s password', tag: 'Me', asker: 'self', sensitive: true, body: RemovePasswordParams, response: User },
    async (ctx, { body }) => {
      const { userId, sessionId } = askingUser(ctx);
      const user = await getUser(ctx, userId);
      if (user.password_hash === null) throw apiError('no_password_set');
      if (ctx.instance.settings.attributes.password.required) throw apiError('password_required');
      await checkCurrentPassword(ctx, user, body.current_password);
      await removePassword(ctx, userId, { signOutOthers: false, exceptSessionId: sessionId });
      return frontendUserResource(await loadUser(ctx, userId), ctx);
    },
  );
}

/**
 * Checks the password that is to be replaced: an open browser alone must not be enough. Where sensitive
 * changes ask for a recent proof anyway it may be left out, and a password that others may know, which
 * the session waits to see replaced, proves nothing. Wrong ones count towards a lock.
 */
async function checkCurrentPassword(ctx: RequestContext, user: UserRow, password: string | null | undefined): Promise<void> {
  const param = 'current_password';
  if (user.password_hash === null) return;
  if (!password) {
    if (ctx.instance.settings.attack_protection.reverification || mustReset(ctx, user)) return;
    throw apiError('form_param_missing', { param });
  }
  assertMaySignIn(ctx, user);
  if (await verifyPassword(ctx, user, password)) return assertMaySignIn(ctx, await getUser(ctx, user.id));
  const tooLate = await recordFailedAttempt(ctx, user.id);
  throw tooLate ?? apiError('form_password_validation_failed', { param, message: 'Incorrect password', longMessage: 'This is not your current password. Please try again.' });
}

function mustReset({ asking }: RequestContext, user: UserRow): boolean {
  return user.password_change_required && asking.tasks?.includes('reset-password') === true;
}
