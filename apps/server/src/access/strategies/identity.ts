import { isOwned } from '../../people/contacts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import type { Contact, Factor, Identity } from './strategy.ts';

/** What a user has to prove themselves with. */
export function identityOf({ user, emailAddresses, phoneNumbers, web3Wallets, passkeys, totpEnabled, backupCodeEnabled }: UserAggregate): Identity {
  const emails = emailAddresses.filter(isOwned).map((row): Contact => ({
    kind: 'email_address',
    id: row.id,
    value: row.email_address,
    primary: row.id === user.primary_email_address_id,
    forSecondFactor: false,
    defaultSecondFactor: false,
  }));
  const phones = phoneNumbers.filter(isOwned).map((row): Contact => ({
    kind: 'phone_number',
    id: row.id,
    value: row.phone_number,
    primary: row.id === user.primary_phone_number_id,
    forSecondFactor: row.reserved_for_second_factor,
    defaultSecondFactor: row.default_second_factor,
  }));
  const wallets = web3Wallets.filter(isOwned).map((row): Contact => ({
    kind: 'web3_wallet',
    id: row.id,
    value: row.web3_wallet,
    primary: row.id === user.primary_web3_wallet_id,
    forSecondFactor: false,
    defaultSecondFactor: false,
  }));
  const contacts = [...emails, ...phones, ...wallets].sort((a, b) => Number(b.primary) - Number(a.primary));
  return { hasPassword: user.password_hash !== null, hasTotp: totpEnabled, hasBackupCodes: backupCodeEnabled, hasPasskey: passkeys.length > 0, contacts };
}

/** A factor for each address or number that can open a sign-in. */
export function contactFactors({ contacts }: Identity, kind: Contact['kind'], strategy: string): Factor[] {
  return contacts.filter((contact) => contact.kind === kind && !contact.forSecondFactor).map((contact) => ({ strategy, contact }));
}
