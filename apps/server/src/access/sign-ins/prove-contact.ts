import type { RequestContext } from '../../platform/http/facts.ts';
import { emailAddresses } from '../../people/email-addresses/service.ts';
import { phoneNumbers } from '../../people/phone-numbers/service.ts';
import { verifyContact } from '../../people/users/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { web3Wallets } from '../../people/web3-wallets/service.ts';
import { findStrategy, type Subject } from '../strategies/index.ts';

/**
 * Whoever signs in with a code sent to an address or number that was only held for them so far has
 * proved with it that it is theirs. The contact gets a verification of its own: that of a sign-in
 * goes when the sign-in is forgotten.
 */
export async function proveContact(ctx: RequestContext, { person, contact }: Subject, { strategy, target }: VerificationRow): Promise<void> {
  if (!person || !contact?.id || findStrategy(strategy)?.verifies !== contact.kind) return;
  const rows = { email_address: person.emailAddresses, phone_number: person.phoneNumbers, web3_wallet: person.web3Wallets }[contact.kind];
  if (rows.find((row) => row.id === contact.id)?.verified_at !== null) return;
  const { id } = await recordVerified(ctx, { strategy, target, clientId: ctx.asking.clientId });
  if (contact.kind === 'email_address') await verifyContact(ctx, emailAddresses, contact.id, id);
  else if (contact.kind === 'phone_number') await verifyContact(ctx, phoneNumbers, contact.id, id);
  else await verifyContact(ctx, web3Wallets, contact.id, id);
}
