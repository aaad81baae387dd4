import { isOwned } from '../../people/contacts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import type { Contact, Factor, Identity } from './strategy.ts';

/** An aggregate never changes: another one takes its place. Each step of a sign-in asks several times. */
const known = new WeakMap<UserAggregate, Identity>();

/** What a user has to prove themselves with. */
export function identityOf(person: UserAggregate): Identity {
  let identity = known.get(person);
  if (!identity) known.set(person, (identity = describe(person)));
  return identity;
}

function describe({ user, emailAddresses, phoneNumbers, web3Wallets, externalAccounts, passkeys, totpEnabled, backupCodeEnabled }: UserAggregate): Identity {
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
  const proved = new Set([...emailAddresses, ...phoneNumbers, ...web3Wallets].filter((row) => row.verified_at !== null).map(({ id }) => id));
  const anyProved = externalAccounts.length > 0 || contacts.some(({ id, forSecondFactor }) => id !== null && proved.has(id) && !forSecondFactor);
  const opening = anyProved ? contacts.filter(({ id }) => id !== null && proved.has(id)) : contacts;
  return { hasPassword: user.password_hash !== null, hasTotp: totpEnabled, hasBackupCodes: backupCodeEnabled, hasPasskey: passkeys.length > 0, contacts, opening };
}

/** A factor for each address or number that can open a sign-in. */
export function contactFactors({ opening }: Identity, kind: Contact['kind'], strategy: string): Factor[] {
  return opening.filter((contact) => contact.kind === kind && !contact.forSecondFactor).map((contact) => ({ strategy, contact }));
}
