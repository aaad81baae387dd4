import { apiError, type ApiError } from '@foyer/protocol/errors';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** One service under two names. */
const GMAIL = /@(?:gmail|googlemail)\.com$/;

/**
 * The one spelling of an address at Gmail, which delivers to the same mailbox however the part before
 * the @ is dotted; `null` for addresses elsewhere, where dots count.
 *
 * @param address normalised
 */
export function undottedGmail(address: string): string | null {
  return GMAIL.test(address) ? `${address.replace(GMAIL, '').replaceAll('.', '')}@gmail.com` : null;
}

/**
 * Whether somebody's address differs from this one in dots only, where the instance counts such
 * addresses as one.
 *
 * @param exceptUserId whose own addresses do not matter
 */
export async function isMailboxTaken(ctx: Context, address: string, exceptUserId?: string): Promise<boolean> {
  const mailbox = mailboxOf(ctx, address);
  if (mailbox === null) return false;
  let owned = ctx.db
    .selectFrom('email_addresses')
    .select('id')
    .where('instance_id', '=', ctx.instance.id)
    // Written as its index is, or that would not be used.
    .where(sql<boolean>`(email_address like '%@gmail.com' or email_address like '%@googlemail.com')`)
    .where(sql`replace(split_part(email_address, '@', 1), '.', '')`, '=', mailbox)
    .where((eb) => eb.or([eb('verified_at', 'is not', null), eb('reserved', '=', true)]));
  if (exceptUserId !== undefined) owned = owned.where('user_id', '<>', exceptUserId);
  return (await owned.limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Refuses an address that is about to become somebody's when {@link isMailboxTaken}. Runs in the
 * transaction that writes the address: others who want the mailbox wait for its end.
 *
 * @throws `not_allowed_access`
 */
export async function claimMailbox(ctx: Context, address: string, exceptUserId?: string): Promise<void> {
  const mailbox = mailboxOf(ctx, address);
  if (mailbox === null) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.instance.id}:${mailbox}`}, 0))`.execute(ctx.db);
  if (await isMailboxTaken(ctx, address, exceptUserId)) throw mailboxTaken();
}

/** The documented answer to an address that was used before in another form. */
export function mailboxTaken(): ApiError {
  return apiError('not_allowed_access', { param: 'email_address', longMessage: 'An account here has this mailbox already, with other dots in its address. Sign in with that, or use another mailbox.' });
}

function mailboxOf({ instance }: Context, address: string): string | null {
  if (!instance.settings.restrictions.ignore_dots_for_gmail_addresses) return null;
  return undottedGmail(address)?.split('@')[0] ?? null;
}
