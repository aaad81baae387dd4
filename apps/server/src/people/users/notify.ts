import { emit, type Context } from '../../platform/context.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import { isCountryServed } from '../phone-numbers/countries.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import type { MessageWanted } from '../verifications/events.ts';
import type { UserRow } from './tables.ts';

type Recipient = Pick<MessageWanted, 'channel' | 'to'>;

/**
 * Asks for a message to a user about something that happened to their account: by email to their
 * primary address, by text message to who has a phone number only (sign-up-sign-in-options).
 */
export async function notifyUser(ctx: Context, user: UserRow, template: MessageWanted['template'], variables: Record<string, string> = {}): Promise<void> {
  const recipient = (await byEmail(ctx, user)) ?? (await byPhone(ctx, user));
  if (recipient) await emit(ctx, 'message.wanted', { ...recipient, template, userId: user.id, variables });
}

async function byEmail(ctx: Context, { primary_email_address_id: id }: UserRow): Promise<Recipient | null> {
  const primary = id === null ? undefined : await emailAddresses.store.find(ctx.db, ctx.instance.id, id);
  return primary ? { channel: 'email', to: primary.email_address } : null;
}

async function byPhone(ctx: Context, { primary_phone_number_id: id }: UserRow): Promise<Recipient | null> {
  const primary = id === null ? undefined : await phoneNumbers.store.find(ctx.db, ctx.instance.id, id);
  const sends = primary !== undefined && ctx.instance.settings.attributes.phone_number.channels.includes('sms') && isCountryServed(ctx, primary.phone_number);
  return sends ? { channel: 'sms', to: primary.phone_number } : null;
}
