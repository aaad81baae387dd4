import type { Context } from '../../platform/context.ts';
import { emailAddresses } from '../../people/email-addresses/service.ts';
import { phoneNumbers } from '../../people/phone-numbers/service.ts';
import { verifyContact, type UserAggregate } from '../../people/users/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import { web3Wallets } from '../../people/web3-wallets/service.ts';
import type { Contact } from '../strategies/strategy.ts';

type Held = Pick<Contact, 'kind' | 'id' | 'value'>;

/** Whether a contact of somebody is only held for them, and not proved yet. */
export function isHeld(person: UserAggregate, { kind, id }: Held): boolean {
  const rows = { email_address: person.emailAddresses, phone_number: person.phoneNumbers, web3_wallet: person.web3Wallets }[kind];
  return rows.find((row) => row.id === id)?.verified_at === null;
}

/**
 * Writes down that a contact is proved, in the course of an attempt. It gets a verification of its own:
 * that of an attempt goes when the attempt is forgotten.
 */
export async function proveHeld(ctx: Context, { kind, id, value }: Held, strategy: string, clientId: string | null): Promise<void> {
  if (id === null) return;
  const { id: proof } = await recordVerified(ctx, { strategy, target: value, clientId });
  if (kind === 'email_address') await verifyContact(ctx, emailAddresses, id, proof);
  else if (kind === 'phone_number') await verifyContact(ctx, phoneNumbers, id, proof);
  else await verifyContact(ctx, web3Wallets, id, proof);
}
