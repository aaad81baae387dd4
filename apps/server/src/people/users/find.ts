import { apiError } from '@foyer/protocol/errors';
import type { OrganizationMembershipResource } from '@foyer/protocol/schemas/resources/organization';
import { emit, type Context } from '../../platform/context.ts';
import { usersWithBackupCodes } from '../backup-codes/codes.ts';
import { proofsOf } from '../contact-verification.ts';
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
import { loadByIdentifier, loadByIds, type LoadedUsers } from './load-store.ts';
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
  /** As browsers are told of them; the wing of organizations fills them in. */
  organizationMemberships: OrganizationMembershipResource[];
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

/** Loads users with what belongs to them in a constant number of queries, in the order of the ids. Unknown ids are left out. */
export async function loadUsers(ctx: Context, ids: readonly string[]): Promise<Map<string, UserAggregate>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const loaded = await complete(ctx, await loadByIds(ctx.db, ctx.instance.id, wanted));
  return new Map(wanted.flatMap((id) => {
    const aggregate = loaded.get(id);
    return aggregate ? [[id, aggregate]] : [];
  }));
}

/** Adds what only few people have, and gives everyone their own. */
async function complete(ctx: Context, { users, emailAddresses: emails, verifications, has }: LoadedUsers): Promise<Map<string, UserAggregate>> {
  const ids = users.map((user) => user.id);
  const phones = has.phone_numbers ? await phoneNumbers.store.listOf(ctx.db, ctx.instance.id, ids) : [];
  const wallets = has.web3_wallets ? await web3Wallets.store.listOf(ctx.db, ctx.instance.id, ids) : [];
  const externals = has.external_accounts ? await externalAccountsOf(ctx, ids) : [];
  const passkeys = has.passkeys ? await passkeysOf(ctx, ids) : [];
  const withTotp: ReadonlySet<string> = has.totps ? await usersWithTotp(ctx, ids) : new Set();
  const withBackupCodes: ReadonlySet<string> = has.backup_codes ? await usersWithBackupCodes(ctx, ids) : new Set();
  const proofs = await proofsOf(ctx, [...phones, ...wallets, ...externals, ...passkeys]);
  for (const proof of verifications) proofs.set(proof.id, proof);

  const emailsOf = byUser(emails);
  const phonesOf = byUser(phones);
  const walletsOf = byUser(wallets);
  const externalsOf = byUser(externals);
  const passkeysByUser = byUser(passkeys);
  const aggregates = new Map<string, UserAggregate>(
    users.map((user) => [
      user.id,
      {
        user,
        emailAddresses: emailsOf.get(user.id) ?? [],
        phoneNumbers: phonesOf.get(user.id) ?? [],
        web3Wallets: walletsOf.get(user.id) ?? [],
        externalAccounts: externalsOf.get(user.id) ?? [],
        passkeys: passkeysByUser.get(user.id) ?? [],
        verifications: proofs,
        totpEnabled: withTotp.has(user.id),
        backupCodeEnabled: withBackupCodes.has(user.id),
        organizationMemberships: [],
      },
    ]),
  );
  await emit(ctx, 'users.loaded', { users: aggregates });
  return aggregates;
}

/** @throws `resource_not_found` */
export async function loadUser(ctx: Context, id: string): Promise<UserAggregate> {
  const aggregate = (await loadUsers(ctx, [id])).get(id);
  if (!aggregate) throw userNotFound();
  return aggregate;
}

/** The user whom an identifier signs in: contacts count only when they are verified or reserved. */
export async function findByIdentifier(ctx: Context, identifier: Identifier): Promise<UserAggregate | null> {
  const [aggregate] = (await complete(ctx, await loadByIdentifier(ctx.db, ctx.instance.id, identifier))).values();
  return aggregate ?? null;
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
