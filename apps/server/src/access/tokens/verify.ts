import { compactVerify, createLocalJWKSet } from 'jose';
import type { SessionClaims } from '@foyer/protocol/claims';
import { publicKeys } from '../../instances/keys/signing-keys.ts';
import type { Context } from '../../platform/context.ts';

/**
 * Reads a token that this instance signed, whether or not its time has run out.
 *
 * @returns `null` when it is not one of ours
 */
export async function readOwnToken(ctx: Context, jwt: string): Promise<Partial<SessionClaims> | null> {
  const keys = createLocalJWKSet({ keys: await publicKeys(ctx) });
  try {
    const { payload } = await compactVerify(jwt, keys, { algorithms: ['RS256'] });
    const claims: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : null;
  } catch (error) {
    ctx.log.debug({ err: error }, 'a token was refused');
    return null;
  }
}
