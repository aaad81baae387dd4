import type { Context } from '../../platform/context.ts';
import { readableTotpSecrets } from '../totp/service.ts';
import { loadUsers, type UserAggregate } from '../users/find.ts';
import type { ContactRow } from '../contacts.ts';
import { idsAfter } from './store.ts';
import type { ContactRecord, UserRecord } from './record.ts';

/** Users read and completed at a time. */
const PAGE = 500;

export interface ExportOptions {
  /** The user after whom to begin, in the order of ids. */
  after?: string | undefined;
  /** Also what a thief could use at once: the secrets of authenticator apps. */
  withSecrets: boolean;
}

/**
 * All users of an instance in pages, by their ids, which is by age. Whoever signs up meanwhile comes
 * at the end; whoever changes is as they were when their page was read.
 */
export async function* exportedRecords(ctx: Context, { after = '', withSecrets }: ExportOptions): AsyncGenerator<UserRecord[]> {
  for (;;) {
    const ids = await idsAfter(ctx.db, ctx.instance.id, after, PAGE);
    const aggregates = [...(await loadUsers(ctx, ids)).values()];
    const secrets = withSecrets && ids.length > 0 ? await readableTotpSecrets(ctx, ids) : new Map<string, string>();
    if (aggregates.length > 0) yield aggregates.map((aggregate) => recordOf(aggregate, secrets.get(aggregate.user.id)));
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last;
  }
}

/** What there is of a user, without what is empty or as it is for everybody. */
function recordOf({ user, emailAddresses, phoneNumbers, web3Wallets, passkeys }: UserAggregate, totpSecret: string | undefined): UserRecord {
  return {
    id: user.id,
    ...present({ external_id: user.external_id, username: user.username, first_name: user.first_name, last_name: user.last_name, locale: user.locale }),
    ...someOf('email_addresses', emailAddresses.map((row) => ({ email_address: row.email_address, ...contactOf(row, user.primary_email_address_id) }))),
    ...someOf('phone_numbers', phoneNumbers.map((row) => ({ phone_number: row.phone_number, ...contactOf(row, user.primary_phone_number_id), ...factorOf(row) }))),
    ...someOf('web3_wallets', web3Wallets.map((row) => ({ web3_wallet: row.web3_wallet, ...contactOf(row, user.primary_web3_wallet_id) }))),
    ...someOf('passkeys', passkeys.flatMap(passkeyOf)),
    ...(user.password_hash === null ? {} : present({ password_digest: user.password_hash, password_hasher: user.password_hasher, password_updated_at: time(user.password_updated_at) })),
    ...(user.password_change_required ? { password_change_required: true } : {}),
    ...(totpSecret === undefined ? {} : { totp_secret: totpSecret }),
    public_metadata: user.public_metadata,
    private_metadata: user.private_metadata,
    unsafe_metadata: user.unsafe_metadata,
    ...present({ banned_at: time(user.banned_at), create_organizations_limit: user.create_organizations_limit }),
    ...(user.delete_self_enabled ? {} : { delete_self_enabled: false }),
    ...(user.create_organization_enabled ? {} : { create_organization_enabled: false }),
    ...(user.bypass_client_trust ? { bypass_client_trust: true } : {}),
    ...present({ legal_accepted_at: time(user.legal_accepted_at), last_sign_in_at: time(user.last_sign_in_at), last_active_at: time(user.last_active_at) }),
    created_at: user.created_at.getTime(),
    updated_at: user.updated_at.getTime(),
  };
}

function contactOf(row: ContactRow, primaryId: string | null): ContactRecord {
  return {
    id: row.id,
    verified: row.verified_at !== null,
    ...present({ verified_at: time(row.verified_at) }),
    ...(row.reserved ? { reserved: true } : {}),
    ...(row.id === primaryId ? { primary: true } : {}),
    created_at: row.created_at.getTime(),
  };
}

function factorOf(row: UserAggregate['phoneNumbers'][number]) {
  return row.reserved_for_second_factor ? { reserved_for_second_factor: true, default_second_factor: row.default_second_factor } : {};
}

function passkeyOf(row: UserAggregate['passkeys'][number]): NonNullable<UserRecord['passkeys']> {
  if (row.credential_id === null || row.public_key === null) return [];
  const { name, rp_id, credential_id, counter } = row;
  const times = present({ verified_at: time(row.verified_at), last_used_at: time(row.last_used_at) });
  return [{ id: row.id, name, rp_id, credential_id, public_key: row.public_key.toString('base64url'), counter, ...times, created_at: row.created_at.getTime() }];
}

/** Fields without those that are `null`. */
function present<Fields extends Record<string, string | number | null>>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as { [Name in keyof Fields]?: Exclude<Fields[Name], null> };
}

function someOf<Name extends string, One>(name: Name, list: readonly One[]): { [Key in Name]?: One[] } {
  return (list.length === 0 ? {} : { [name]: list }) as { [Key in Name]?: One[] };
}

function time(date: Date | null): number | null {
  return date?.getTime() ?? null;
}
