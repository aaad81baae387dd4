import type { SignInFactorResource } from '@foyer/protocol/schemas/resources/sign-in';
import type { Factor } from '../strategies/index.ts';
import { safeIdentifier } from './safe-identifier.ts';

/**
 * A factor that is offered, on the wire.
 *
 * @param typed the identifier that the person typed, normalised: it need not be hidden from them
 */
export function factorResource({ strategy, contact }: Factor, typed: string | null): SignInFactorResource {
  const named = strategy as SignInFactorResource['strategy'];
  if (!contact) return { strategy: named };
  return {
    strategy: named,
    ...(contact.kind === 'web3_wallet' ? {} : { safe_identifier: safeIdentifier(contact.value, typed) }),
    ...(contact.id === null ? {} : { [`${contact.kind}_id`]: contact.id }),
    primary: contact.primary,
    ...(contact.forSecondFactor ? { default: contact.defaultSecondFactor } : {}),
  };
}
