import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { hashSecret } from '../../platform/crypto.ts';
import * as store from './store.ts';
import type { GoogleAnswer } from './token.ts';

export { readGoogleToken, type GoogleAnswer } from './token.ts';
export { deleteExpired as forgetUsedTokens } from './store.ts';

/**
 * Uses a token up, in the transaction of what it opens: it opens nothing a second time.
 *
 * @throws ApiError `google_one_tap_token_invalid` when it has been used
 */
export async function useGoogleToken(ctx: Context, { token, expiresAt }: GoogleAnswer): Promise<void> {
  const unused = await store.markUsed(ctx.db, ctx.instance.id, hashSecret(signedPart(token)), expiresAt);
  if (!unused) throw apiError('google_one_tap_token_invalid');
}

/** All but the signature, of which there can be several spellings. */
function signedPart(token: string): string {
  return token.slice(0, token.lastIndexOf('.'));
}
