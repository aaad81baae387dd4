import type { Context } from '../../platform/context.ts';
import type { PreparedUser, Reject } from './prepared-user.ts';
import * as store from './store.ts';

/** A value that one user of an instance can have. */
interface Unique {
  table: store.Taken['table'];
  column: string;
  value: string;
}

/**
 * Parts the users whose ids and identifiers are free from the others. Of several records in a file
 * with the same one, the first has it. Runs in the transaction that inserts the users.
 */
export async function refuseTaken(ctx: Context, users: readonly PreparedUser[]): Promise<{ free: PreparedUser[]; rejects: Reject[] }> {
  const all = new Map<string, store.Taken & { values: string[] }>();
  for (const { table, column, value } of users.flatMap(uniquesOf)) {
    const key = `${table}.${column}`;
    const group = all.get(key);
    if (group) group.values.push(value);
    else all.set(key, { table, column, values: [value] });
  }
  const taken = new Map<string, Set<string>>();
  for (const [key, group] of all) taken.set(key, new Set(await store.taken(ctx.db, ctx.instance.id, group)));

  const isTaken = ({ table, column, value }: Unique) => taken.get(`${table}.${column}`)?.has(value) === true;
  const free: PreparedUser[] = [];
  const rejects: Reject[] = [];
  for (const user of users) {
    const uniques = uniquesOf(user);
    const clash = uniques.find(isTaken);
    if (clash) rejects.push({ line: user.line, reason: reasonOf(clash) });
    else {
      free.push(user);
      for (const { table, column, value } of uniques) taken.get(`${table}.${column}`)?.add(value);
    }
  }
  return { free, rejects };
}

function uniquesOf({ user, emailAddresses, phoneNumbers, web3Wallets, passkeys }: PreparedUser): Unique[] {
  const uniques: Unique[] = [{ table: 'users', column: 'id', value: user.id }];
  if (user.external_id) uniques.push({ table: 'users', column: 'external_id', value: user.external_id });
  if (user.username) uniques.push({ table: 'users', column: 'username', value: user.username });
  for (const row of emailAddresses) uniques.push(...uniquesOfContact('email_addresses', 'email_address', row, row.email_address));
  for (const row of phoneNumbers) uniques.push(...uniquesOfContact('phone_numbers', 'phone_number', row, row.phone_number));
  for (const row of web3Wallets) uniques.push(...uniquesOfContact('web3_wallets', 'web3_wallet', row, row.web3_wallet));
  for (const { id, credential_id: credential } of passkeys) {
    uniques.push({ table: 'passkeys', column: 'id', value: id });
    if (credential) uniques.push({ table: 'passkeys', column: 'credential_id', value: credential });
  }
  return uniques;
}

type ContactTable = 'email_addresses' | 'phone_numbers' | 'web3_wallets';

function* uniquesOfContact(table: ContactTable, column: string, row: { id: string; verified_at?: unknown; reserved?: boolean | undefined }, value: string): Generator<Unique> {
  yield { table, column: 'id', value: row.id };
  if (row.verified_at || row.reserved) yield { table, column, value };
}

function reasonOf({ table, column, value }: Unique): string {
  if (column === 'id') return `There is something with the id ${value} already (in ${table}).`;
  return `The ${column} ${value} belongs to another user already.`;
}
