import { apiError } from '@foyer/protocol/errors';
import { isOAuthStrategy, isStrategy } from '@foyer/protocol/strategies';
import type { Settings } from '../../instances/settings/schema.ts';
import { backupCode } from './backup-code.ts';
import { emailCode } from './email-code.ts';
import { emailLink } from './email-link.ts';
import { googleOneTap } from './google-one-tap.ts';
import { passkey } from './passkey.ts';
import { password } from './password.ts';
import { phoneCode } from './phone-code.ts';
import { resetPasswordEmailCode } from './reset-password-email-code.ts';
import { resetPasswordPhoneCode } from './reset-password-phone-code.ts';
import type { Contact, Factor, Identity, Strategy } from './strategy.ts';
import { ticket } from './ticket.ts';
import { totp } from './totp.ts';
import { web3Strategies } from './web3.ts';

export { identityOf } from './identity.ts';
export type * from './strategy.ts';

/** Every strategy there is, in the order in which factors are offered. */
const STRATEGIES: readonly Strategy[] = [password, emailCode, emailLink, phoneCode, ...web3Strategies, passkey, totp, backupCode, ticket, googleOneTap, resetPasswordEmailCode, resetPasswordPhoneCode];

const byName = new Map(STRATEGIES.map((strategy) => [strategy.name, strategy]));

export function findStrategy(name: string): Strategy | undefined {
  return byName.get(name);
}

/**
 * The strategy that a caller names.
 *
 * @throws ApiError when the name is none, or stands for what this instance does not offer
 */
export function requireStrategy(name: string): Strategy {
  const strategy = findStrategy(name);
  if (strategy) return strategy;
  if (isOAuthStrategy(name)) throw apiError('oauth_provider_not_enabled', { param: 'strategy' });
  if (isStrategy(name)) throw apiError('feature_not_implemented', { param: 'strategy' });
  throw apiError('form_param_value_invalid', { param: 'strategy' });
}

/** All ways in which someone could open a sign-in. */
export function firstFactorsOf(identity: Identity, settings: Settings): Factor[] {
  return STRATEGIES.flatMap((strategy) => strategy.firstFactors?.(identity, settings) ?? []);
}

/** All ways in which someone could follow up a first factor; who has any, must. */
export function secondFactorsOf(identity: Identity, settings: Settings): Factor[] {
  return STRATEGIES.flatMap((strategy) => strategy.secondFactors?.(identity, settings) ?? []);
}

/** The strategies, of those that the settings name, by which a contact of this kind is verified. */
export function verifyingStrategies(kind: Contact['kind'], { attributes }: Settings): string[] {
  const named: Record<Contact['kind'], readonly string[]> = {
    email_address: attributes.email_address.verifications,
    phone_number: ['phone_code'],
    web3_wallet: attributes.web3_wallet.first_factors,
  };
  return named[kind].filter((name) => findStrategy(name)?.verifies === kind);
}
