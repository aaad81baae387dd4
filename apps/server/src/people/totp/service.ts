import { randomBytes } from 'node:crypto';
import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { firstBackupCodes } from '../backup-codes/service.ts';
import { loadUser, lockedUser, primaryIdentifier, refreshSecondFactors } from '../users/service.ts';
import { fromBase32, matchingStep, otpauthUri, toBase32 } from './algorithm.ts';
import * as store from './store.ts';
import type { TotpRow } from './tables.ts';

export { usersWithTotp } from './find.ts';

/** RFC 4226 §4 R6: 160 bits. */
const SECRET_BYTES = 20;
/** Secrets from elsewhere may be as short as apps have long made them. */
const IMPORTED_BYTES = { min: 10, max: 128 };
const PURPOSE = 'totp';

/** A secret that was just made, readable this once. */
export interface StartedTotp {
  row: TotpRow;
  secret: string;
  uri: string;
}

/**
 * Makes the secret for an authenticator app. It counts once a first code was right; until then it can be replaced.
 *
 * @throws `totp_already_enabled`
 */
export function startTotp(ctx: Context, userId: string): Promise<StartedTotp> {
  return transaction(ctx, async (ctx) => {
    await lockedUser(ctx, userId);
    const present = await store.findOf(ctx.db, ctx.instance.id, userId);
    if (present && present.verified_at !== null) throw apiError('totp_already_enabled');
    const secret = randomBytes(SECRET_BYTES);
    const row = await store.replace(ctx.db, newRow(ctx, userId, secret));
    const account = primaryIdentifier(await loadUser(ctx, userId));
    const text = toBase32(secret);
    return { row, secret: text, uri: otpauthUri(text, ctx.instance.settings.display.application_name, account) };
  });
}

/** Codes of an app are nobody's to send: there is no new one to ask for. */
export const incorrectTotpCode = () =>
  apiError('form_code_incorrect', { param: 'code', longMessage: 'This code is not correct. Enter the one that your authenticator app shows now.' });

/**
 * Turns an authenticator app on by a first code of it.
 *
 * @returns also the backup codes that were made because these are the person's first
 * @throws `resource_not_found`, `totp_already_enabled`, `form_code_incorrect`
 */
export function confirmTotp(ctx: Context, userId: string, code: string): Promise<{ row: TotpRow; backupCodes: string[] | null }> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const present = await store.findOf(ctx.db, ctx.instance.id, userId);
    if (!present) throw apiError('resource_not_found');
    if (present.verified_at !== null) throw apiError('totp_already_enabled');
    const row = await useCode(ctx, present, code);
    if (!row) throw incorrectTotpCode();
    await refreshSecondFactors(ctx, user);
    const backupCodes = await firstBackupCodes(ctx, userId);
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
    return { row, backupCodes };
  });
}

/** Whether this is a code of a user's authenticator app that was not used yet; it is used up with it. */
export async function useTotpCode(ctx: Context, userId: string, code: string): Promise<boolean> {
  const row = await store.findOf(ctx.db, ctx.instance.id, userId);
  if (!row || row.verified_at === null) return false;
  return (await useCode(ctx, row, code)) !== undefined;
}

/**
 * Turns a user's authenticator app off.
 *
 * @returns `null` when there was none
 */
export function removeTotp(ctx: Context, userId: string): Promise<TotpRow | null> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const row = await store.remove(ctx.db, ctx.instance.id, userId);
    if (!row) return null;
    await refreshSecondFactors(ctx, user);
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
    return row;
  });
}

/**
 * Gives a new user the authenticator app that they had in another system. Runs in the transaction that creates them.
 *
 * @throws `invalid_totp_secret_code`
 */
export async function importTotp(ctx: Context, userId: string, text: string): Promise<void> {
  await store.replace(ctx.db, importedTotp(ctx, userId, text));
  await refreshSecondFactors(ctx, await lockedUser(ctx, userId));
}

/**
 * The row of an authenticator app from another system.
 *
 * @throws `invalid_totp_secret_code`
 */
export function importedTotp(ctx: Context, userId: string, text: string) {
  const secret = fromBase32(text);
  if (!secret || secret.length < IMPORTED_BYTES.min || secret.length > IMPORTED_BYTES.max) throw apiError('invalid_totp_secret_code', { param: 'totp_secret' });
  return { ...newRow(ctx, userId, secret), verified_at: now(ctx) };
}

/** The secrets of these users' authenticator apps, readable, by user: for who moves elsewhere with them. */
export async function readableTotpSecrets(ctx: Context, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.verifiedOf(ctx.db, ctx.instance.id, userIds);
  return new Map(rows.map((row) => [row.user_id, toBase32(secretOf(ctx, row))]));
}

function newRow(ctx: Context, userId: string, secret: Buffer) {
  const at = now(ctx);
  const sealed = ctx.platform.vault.seal(ctx.instance.id, PURPOSE, `${userId}:${secret.toString('base64')}`);
  return { instance_id: ctx.instance.id, id: newId(ctx, 'totp'), user_id: userId, secret_encrypted: sealed, created_at: at, updated_at: at };
}

async function useCode(ctx: Context, row: TotpRow, code: string): Promise<TotpRow | undefined> {
  const step = matchingStep(secretOf(ctx, row), code, now(ctx));
  return step === null ? undefined : store.useStep(ctx.db, row, step, now(ctx));
}

/** The secret names its user, so that one that was copied to another user's row opens nothing. */
function secretOf(ctx: Context, row: TotpRow): Buffer {
  const [userId, secret] = ctx.platform.vault.open(ctx.instance.id, PURPOSE, row.secret_encrypted).split(':');
  if (userId !== row.user_id || secret === undefined) throw new Error(`The authenticator secret ${row.id} belongs to another user.`);
  return Buffer.from(secret, 'base64');
}
