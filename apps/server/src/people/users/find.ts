import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { usersWithBackupCodes } from '../backup-codes/codes.ts';
import { proofsOf } from '../contact-verification.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import type { EmailAddressRow } from '../email-addresses/tables.ts';
import { externalAccountsOf } from '../external-accounts/find.ts';
import type { ExternalAccountRow } from '../external-accounts/tables.ts';
import type { Identifier } from '../identifiers.ts';
import { passkeysOf } from '../passkeys/find.ts';
import type { PasskeyRow } from '../passkeys/tables.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import type { PhoneNumberRow } from '../phone-numbers/tables.ts';
import { usersWithTotp } from '../totp/find.ts';
import { web3Wallets } from '../web3-wallets/kind.ts';
import type { Web3WalletRow } from '../web3-wallets/tables.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import { belongingsOf } from './belongings.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';

/** A user with everything that their resource embeds. */
export interface UserAggregate {
  user: UserRow;
  emailAddresses: EmailAddressRow[];
  phoneNumbers: PhoneNumberRow[];
  web3Wallets: Web3WalletRow[];
  externalAccounts: ExternalAccountRow[];
  /** Those that are set up. */
  passkeys: PasskeyRow[];
  /** The proofs behind all of these, by id. */
  verifications: Map<string, VerificationRow>;
  /** Whether an authenticator app is set up. */
  totpEnabled: boolean;
  /** Whether there are backup codes left. */
  backupCodeEnabled: boolean;
}

export async function findUser(ctx: Context, id: string): Promise<UserRow | null> {
  return (await store.find(ctx.db, ctx.instance.id, id)) ?? null;
}

/** @throws `resource_not_found` */
export async function getUser(ctx: Context, id: string): Promise<UserRow> {
  const user = await findUser(ctx, id);
  if (!user) throw userNotFound();
  return user;
}

/** Loads users with what belongs to them in a constant number of queries. Unknown ids are left out. */
export async function loadUsers(ctx: Context, ids: readonly string[]): Promise<Map<string, UserAggregate>> {
  if (ids.length === 0) return new Map();
  return aggregatesOf(ctx, await store.findMany(ctx.db, ctx.instance.id, [...new Set(ids)]));
}

/** Completes user rows, in their order. */
export async function aggregatesOf(ctx: Context, users: readonly UserRow[]): Promise<Map<string, UserAggregate>> {
  if (users.length === 0) return new Map();
  const ids = users.map((user) => user.id);
  const has = await belongingsOf(ctx, ids);
  const emails = await emailAddresses.store.listOf(ctx.db, ctx.instance.id, ids);
  const phones = has.phone_numbers ? await phoneNumbers.store.listOf(ctx.db, ctx.instance.id, ids) : [];
  const wallets = has.web3_wallets ? await web3Wallets.store.listOf(ctx.db, ctx.instance.id, ids) : [];
  const externals = has.external_accounts ? await externalAccountsOf(ctx, ids) : [];
  const passkeys = has.passkeys ? await passkeysOf(ctx, ids) : [];
  const verifications = await proofsOf(ctx, [...emails, ...phones, ...wallets, ...externals, ...passkeys]);
  const withTotp: ReadonlySet<string> = has.totps ? await usersWithTotp(ctx, ids) : new Set();
  const withBackupCodes: ReadonlySet<string> = has.backup_codes ? await usersWithBackupCodes(ctx, ids) : new Set();

  const emailsOf = byUser(emails);
  const phonesOf = byUser(phones);
  const walletsOf = byUser(wallets);
  const externalsOf = byUser(externals);
  const passkeysByUser = byUser(passkeys);
  return new Map(
    users.map((user) => [
      user.id,
      {
        user,
        emailAddresses: emailsOf.get(user.id) ?? [],
        phoneNumbers: phonesOf.get(user.id) ?? [],
        web3Wallets: walletsOf.get(user.id) ?? [],
        externalAccounts: externalsOf.get(user.id) ?? [],
        passkeys: passkeysByUser.get(user.id) ?? [],
        verifications,
        totpEnabled: withTotp.has(user.id),
        backupCodeEnabled: withBackupCodes.has(user.id),
      },
    ]),
  );
}

/** @throws `resource_not_found` */
export async function loadUser(ctx: Context, id: string): Promise<UserAggregate> {
  const aggregate = (await loadUsers(ctx, [id])).get(id);
  if (!aggregate) throw userNotFound();
  return aggregate;
}

/** The user whom an identifier signs in: contacts count only when they are verified or reserved. */
export async function findByIdentifier(ctx: Context, { kind, value }: Identifier): Promise<UserRow | null> {
  if (kind === 'username') return (await store.findByUsername(ctx.db, ctx.instance.id, value)) ?? null;
  const kinds = { email_address: emailAddresses, phone_number: phoneNumbers, web3_wallet: web3Wallets };
  const contact = await kinds[kind].store.findOwned(ctx.db, ctx.instance.id, value);
  return contact ? findUser(ctx, contact.user_id) : null;
}

export function userNotFound() {
  return apiError('resource_not_found', { longMessage: 'There is no user with this id. They may have been deleted.' });
}

function byUser<Row extends { user_id: string }>(contacts: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const contact of contacts) {
    const group = groups.get(contact.user_id);
    if (group) group.push(contact);
    else groups.set(contact.user_id, [contact]);
  }
  return groups;
}
