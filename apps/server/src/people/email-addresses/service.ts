import type { BackendEmailAddressResource } from '@foyer/protocol/schemas/backend/email-address';
import type { EmailAddressResource } from '@foyer/protocol/schemas/resources/email-address';
import { now, type Context } from '../../platform/context.ts';
import { proofsOf } from '../contact-verification.ts';
import { emailAddressResource } from './resource.ts';
import type { EmailAddressRow } from './tables.ts';

export { emailAddresses } from './kind.ts';

/** Email addresses with their proofs, on the wire. */
export async function showEmailAddresses(ctx: Context, rows: readonly EmailAddressRow[]): Promise<(EmailAddressResource & BackendEmailAddressResource)[]> {
  const proofs = await proofsOf(ctx, rows);
  return rows.map((row) => emailAddressResource(row, proofs, now(ctx)));
}

/** One of them. */
export async function showEmailAddress(ctx: Context, row: EmailAddressRow): Promise<EmailAddressResource & BackendEmailAddressResource> {
  return emailAddressResource(row, await proofsOf(ctx, [row]), now(ctx));
}
