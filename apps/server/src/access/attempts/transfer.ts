import { apiError, type ApiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { find, verificationStatus } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';

/**
 * What a proof carries that turned out to belong to the other kind of attempt: someone signed up with
 * an account that exists (`user_id`), or signed in with one that does not (`profile`). Strategies that
 * prove an external account put it into the `data` of their verification, under `transfer`.
 */
export interface Transfer {
  user_id?: string;
  profile?: {
    email_address?: string;
    /** Whether the provider vouches for the address. */
    email_address_verified?: boolean;
    first_name?: string;
    last_name?: string;
  };
}

/**
 * A proof that waits to be carried over.
 *
 * @throws ApiError `account_transfer_invalid` when it does not
 */
export async function requireTransferable(ctx: Context, verificationId: string | null): Promise<{ verification: VerificationRow; transfer: Transfer }> {
  const verification = await find(ctx, verificationId);
  if (!verification || verificationStatus(verification, now(ctx)) !== 'transferable') throw nothingToTransfer();
  return { verification, transfer: (verification.data['transfer'] ?? {}) as Transfer };
}

export function nothingToTransfer(): ApiError {
  return apiError('account_transfer_invalid');
}
