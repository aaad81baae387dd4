import { now, type Context, type Platform } from '../../platform/context.ts';
import { getUser } from '../../people/users/service.ts';
import type { UserRow } from '../../people/users/tables.ts';
import { CHOOSE_ORGANIZATION, mustChooseOrganization } from './choose-organization.ts';
import type { SessionTask } from './status.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

/** Sets another password than one that may be known to others. */
export const RESET_PASSWORD = 'reset-password';
/** Sets up a second factor where everyone must have one. */
export const SETUP_MFA = 'setup-mfa';

/** What a person must do before their new session becomes active. Whoever acts as somebody else does nothing for them. */
export async function tasksAtSignIn(ctx: Context, { userId, user, actor }: { userId: string; user?: UserRow; actor?: unknown }): Promise<string[]> {
  return actor ? [] : tasksFor(ctx, user ?? (await getUser(ctx, userId)));
}

/** What a session waits for, as it is told; `null` when it waits for nothing. */
export function tasksOf({ tasks }: Pick<SessionRow, 'tasks'>): SessionTask[] | null {
  return tasks.length === 0 ? null : tasks.map((key) => ({ key }));
}

/** Sessions become active as soon as their person has done what they wait for, wherever that was. */
export function finishSessionTasks({ events }: Platform): void {
  events.on('user.password_changed', (ctx, { userId }) => store.finishTask(ctx.db, ctx.instance.id, userId, RESET_PASSWORD, now(ctx)));
  events.on('user.password_cleared', (ctx, { userId }) => store.finishTask(ctx.db, ctx.instance.id, userId, RESET_PASSWORD, now(ctx)));
  events.on('user.updated', async (ctx, { userId }) => {
    if (!asksForSecondFactor(ctx)) return;
    const { mfa_enabled_at: since } = await getUser(ctx, userId);
    if (since !== null) await store.finishTask(ctx.db, ctx.instance.id, userId, SETUP_MFA, now(ctx));
  });
}

function tasksFor(ctx: Context, user: Pick<UserRow, 'password_change_required' | 'mfa_enabled_at'>): string[] {
  return [
    ...(user.password_change_required ? [RESET_PASSWORD] : []),
    ...(asksForSecondFactor(ctx) && user.mfa_enabled_at === null ? [SETUP_MFA] : []),
    ...(mustChooseOrganization(ctx) ? [CHOOSE_ORGANIZATION] : []),
  ];
}

/** Whether everyone must have a second factor, and can. */
function asksForSecondFactor({ instance }: Context): boolean {
  const { attributes, sign_in: rules } = instance.settings;
  const possible = attributes.authenticator_app.enabled || (attributes.phone_number.enabled && attributes.phone_number.used_for_second_factor);
  return rules.second_factor_required && possible;
}
