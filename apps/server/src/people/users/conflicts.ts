import { apiError, type ApiError } from '@foyer/protocol/errors';
import { isUniqueViolation } from '../../platform/database/errors.ts';

/** Which parameter is at fault when a unique index refuses a row. */
const PARAM_OF_INDEX: Record<string, string> = {
  users_username: 'username',
  users_external_id: 'external_id',
  email_addresses_owned: 'email_address',
  email_addresses_once: 'email_address',
  phone_numbers_owned: 'phone_number',
  phone_numbers_once: 'phone_number',
  web3_wallets_owned: 'web3_wallet',
  web3_wallets_once: 'web3_wallet',
};

/**
 * Runs a write; when an identifier turns out to be taken, throws the documented `form_identifier_exists`.
 * The index decides, not a look beforehand: of two that ask at once, one wins.
 */
export async function refusingTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    for (const [index, param] of Object.entries(PARAM_OF_INDEX)) {
      if (isUniqueViolation(error, index)) throw identifierExists(param, error);
    }
    throw error;
  }
}

/** The answer to a parameter whose value belongs to somebody already. */
export function identifierExists(param: string, cause?: unknown): ApiError {
  return apiError('form_identifier_exists', { param, cause });
}
