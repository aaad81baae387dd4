import type { BackendEmailAddressResource } from '@foyer/protocol/schemas/backend/email-address';
import type { EmailAddressResource } from '@foyer/protocol/schemas/resources/email-address';
import { now, type Context } from '../../platform/context.ts';
import { proofsOf } from '../contact-verification.ts';
import { externalAccountsOf } from '../external-accounts/find.ts';
import { emailAddressResource } from './resource.ts';
import type { EmailAddressRow } from './tables.ts';

export { claimMailbox, isMailboxTaken, mailboxTaken, undottedGmail } from './gmail.ts';
export { emailAddresses } from './kind.ts';

/** Email addresses with their proofs, on the wire. */
export async function showEmailAddresses(ctx: Context, rows: readonly EmailAddressRow[]): Promise<(EmailAddressResource & BackendEmailAddressResource)[]> {
  const proofs = await proofsOf(ctx, rows);
  const externals = rows.length === 0 ? [] : await externalAccountsOf(ctx, [...new Set(rows.map((row) => row.user_id))]);
  return rows.map((row) => emailAddressResource(row, externals, proofs, now(ctx)));
}

/** One of them. */
export async function showEmailAddress(ctx: Context, row: EmailAddressRow): Promise<EmailAddressResource & BackendEmailAddressResource> {
  return emailAddressResource(row, await externalAccountsOf(ctx, [row.user_id]), await proofsOf(ctx, [row]), now(ctx));
}
