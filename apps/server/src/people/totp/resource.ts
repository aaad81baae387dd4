import type { TotpResource } from '@foyer/protocol/schemas/resources/mfa';
import type { StartedTotp } from './service.ts';
import type { TotpRow } from './tables.ts';

/** An authenticator app on the wire. Its secret is shown only when it was just made. */
export function totpResource(row: TotpRow, shown: Pick<StartedTotp, 'secret' | 'uri'> | null, backupCodes: string[] | null = null): TotpResource {
  return {
    object: 'totp',
    id: row.id,
    secret: shown?.secret ?? null,
    uri: shown?.uri ?? null,
    verified: row.verified_at !== null,
    ...(backupCodes ? { backup_codes: backupCodes } : {}),
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
