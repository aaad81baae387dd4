import { apiError } from '@foyer/protocol/errors';
import type { CreateWaitlistEntryParams } from '@foyer/protocol/schemas/requests/waitlist';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { requireEmailAddress } from '../../people/identifiers.ts';
import * as store from './store.ts';
import type { WaitlistEntryRow } from './tables.ts';

/**
 * Puts an email address on the waitlist, and confirms that to it unless told not to. One that is on
 * it already keeps its entry.
 *
 * @throws ApiError `form_param_format_invalid`
 */
export function addToWaitlist(ctx: Context, { email_address: text, notify }: CreateWaitlistEntryParams): Promise<WaitlistEntryRow> {
  return transaction(ctx, async (ctx) => {
    const emailAddress = requireEmailAddress(text);
    const at = now(ctx);
    const row = await store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id: newId(ctx, 'waitlist_entry'),
      email_address: emailAddress,
      created_at: at,
      updated_at: at,
    });
    if (!row) return existing(ctx, emailAddress);
    if (notify ?? true) {
      await emit(ctx, 'message.wanted', { channel: 'email', template: 'waitlist_confirmation', to: emailAddress, userId: null, variables: {} });
    }
    return row;
  });
}

/**
 * Puts several addresses on the waitlist.
 *
 * @throws ApiError `form_param_format_invalid`; `duplicate_record` when one is named twice
 */
export function addManyToWaitlist(ctx: Context, list: readonly CreateWaitlistEntryParams[]): Promise<WaitlistEntryRow[]> {
  return transaction(ctx, async (ctx) => {
    const rows: WaitlistEntryRow[] = [];
    for (const params of list) {
      const row = await addToWaitlist(ctx, params);
      if (rows.some(({ id }) => id === row.id)) throw apiError('duplicate_record', { longMessage: 'An email address is named twice. Name each of them once.', meta: { email_addresses: [row.email_address] } });
      rows.push(row);
    }
    return rows;
  });
}

/**
 * Lets a visitor join the waitlist.
 *
 * @throws ApiError `waitlist_not_accepting_entries` where there is none, `form_param_format_invalid`
 */
export function joinWaitlist(ctx: Context, emailAddress: string): Promise<WaitlistEntryRow> {
  if (ctx.instance.settings.sign_up.mode !== 'waitlist') throw apiError('waitlist_not_accepting_entries');
  return addToWaitlist(ctx, { email_address: emailAddress });
}

async function existing(ctx: Context, emailAddress: string): Promise<WaitlistEntryRow> {
  const row = await store.findByEmailAddress(ctx.db, ctx.instance.id, emailAddress);
  if (!row) throw apiError('resource_not_found', { longMessage: 'This entry has just been deleted. Please try again.' });
  return row;
}
