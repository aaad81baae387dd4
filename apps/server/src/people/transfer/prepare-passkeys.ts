import { isId } from '@foyer/protocol/ids';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { NewPasskeyRow } from '../passkeys/tables.ts';
import { RecordError, type UserRecord } from './record.ts';

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** @throws RecordError for keys that are none */
export function preparePasskeys(ctx: Context, owner: { id: string; since: Date }, record: UserRecord): NewPasskeyRow[] {
  return (record.passkeys ?? []).map((passkey) => {
    if (!BASE64URL.test(passkey.credential_id) || !BASE64URL.test(passkey.public_key)) throw new RecordError('credential_id and public_key of a passkey must be base64url.');
    const since = new Date(passkey.created_at ?? owner.since);
    return {
      instance_id: ctx.instance.id,
      id: isId('passkey', passkey.id) ? passkey.id : newId(ctx, 'passkey'),
      user_id: owner.id,
      name: passkey.name,
      rp_id: passkey.rp_id,
      credential_id: passkey.credential_id,
      public_key: Buffer.from(passkey.public_key, 'base64url'),
      counter: passkey.counter ?? 0,
      verification_id: null,
      verified_at: new Date(passkey.verified_at ?? since),
      last_used_at: passkey.last_used_at == null ? null : new Date(passkey.last_used_at),
      created_at: since,
      updated_at: since,
    };
  });
}
