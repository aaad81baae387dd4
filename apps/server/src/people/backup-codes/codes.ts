import { createHmac, randomInt } from 'node:crypto';
import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import * as store from './store.ts';
import type { NewBackupCodeRow } from './tables.ts';

const COUNT = 10;
const LENGTH = 10;
/** Without what is easily mistaken: 0 and o, 1, i and l. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Codes from another system that are too short to be a secret, or too long to be typed, are none. */
const IMPORTED_LENGTH = { min: 6, max: 64 };
const MOST_IMPORTED = 100;

/** Those of these users who have backup codes left, in one query. */
export async function usersWithBackupCodes(ctx: Context, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await store.usersWithSome(ctx.db, ctx.instance.id, userIds));
}

/** Gives a user new codes in the place of all they had. They are readable this once. Runs in a transaction. */
export async function replaceBackupCodes(ctx: Context, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, randomBackupCode);
  await forgetBackupCodes(ctx, userId);
  await store.insert(ctx.db, newRows(ctx, userId, codes));
  return codes;
}

/**
 * Gives a new user the codes that they had in another system. Runs in the transaction that creates them.
 *
 * @throws `form_param_value_invalid`
 */
export async function importBackupCodes(ctx: Context, userId: string, codes: readonly string[]): Promise<void> {
  const rows = importedBackupCodes(ctx, userId, codes);
  await forgetBackupCodes(ctx, userId);
  await store.insert(ctx.db, rows);
}

/**
 * The rows of codes from another system.
 *
 * @throws `form_param_value_invalid`
 */
export function importedBackupCodes(ctx: Context, userId: string, codes: readonly string[]): NewBackupCodeRow[] {
  const { min, max } = IMPORTED_LENGTH;
  const fit = codes.length <= MOST_IMPORTED && codes.every((code) => normalise(code).length >= min && normalise(code).length <= max);
  if (!fit) throw apiError('form_param_value_invalid', { param: 'backup_codes', longMessage: `Give at most ${MOST_IMPORTED} backup codes of ${min} to ${max} characters.` });
  return newRows(ctx, userId, codes);
}

/** Whether this is one of a user's codes; it is used up with it. */
export function useBackupCode(ctx: Context, userId: string, code: string): Promise<boolean> {
  return store.take(ctx.db, ctx.instance.id, userId, hashCode(ctx, userId, code));
}

export function forgetBackupCodes(ctx: Context, userId: string): Promise<void> {
  return store.removeAll(ctx.db, ctx.instance.id, userId);
}

function newRows(ctx: Context, userId: string, codes: readonly string[]): NewBackupCodeRow[] {
  const hashes = new Map(codes.map((code) => [normalise(code), hashCode(ctx, userId, code)]));
  return [...hashes.values()].map((hash) => ({ instance_id: ctx.instance.id, user_id: userId, code_hash: hash, created_at: now(ctx) }));
}

function randomBackupCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** The codes are short, so their hash needs a key that is not in the database. */
function hashCode(ctx: Context, userId: string, code: string): Buffer {
  return createHmac('sha256', ctx.platform.vault.signingKey('backup-code')).update(`${ctx.instance.id}:${userId}:${normalise(code)}`).digest();
}

/** People type spaces, dashes and capital letters. */
function normalise(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, '');
}
