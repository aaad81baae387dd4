import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import type { EmailAddressRow } from '../email-addresses/tables.ts';
import { externalAccountsOf } from './find.ts';
import type { ExternalAccountRow } from './tables.ts';

/** Whether an email address came with an external account of the same user, or brought it to them. */
export function isLinked(email: Pick<EmailAddressRow, 'user_id' | 'email_address' | 'verified_at'>, account: ExternalAccountRow): boolean {
  return email.user_id === account.user_id && email.verified_at !== null && account.email_address === email.email_address && account.email_address_verified === true;
}

/**
 * Refuses to remove an email address while an account stays that vouches for it.
 *
 * @throws `delete_linked_identification_disallowed`
 */
export async function assertUnlinked(ctx: Context, email: Parameters<typeof isLinked>[0]): Promise<void> {
  const accounts = await externalAccountsOf(ctx, [email.user_id]);
  if (accounts.some((account) => isLinked(email, account))) throw apiError('delete_linked_identification_disallowed');
}
