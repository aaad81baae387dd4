import { emit, type Context } from '../../platform/context.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import type { MessageWanted } from '../verifications/events.ts';
import type { UserRow } from './tables.ts';

/** Asks for an email to a user's primary address, about something that happened to their account. */
export async function notifyUser(ctx: Context, user: UserRow, template: MessageWanted['template'], variables: Record<string, string> = {}): Promise<void> {
  if (!user.primary_email_address_id) return;
  const primary = await emailAddresses.store.find(ctx.db, ctx.instance.id, user.primary_email_address_id);
  if (primary) await emit(ctx, 'message.wanted', { channel: 'email', template, to: primary.email_address, userId: user.id, variables });
}
