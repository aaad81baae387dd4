import type { BackendUserResource } from '@foyer/protocol/schemas/backend/user';
import type { PasskeyResource } from '@foyer/protocol/schemas/resources/passkey';
import { verificationResource } from '../verifications/service.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import type { PasskeyRow } from './tables.ts';

/** A passkey as its owner sees it. */
export function passkeyResource(row: PasskeyRow, verification: VerificationRow | null, now: Date): PasskeyResource {
  // The challenge is for the device that is being set up, and nobody later.
  const shown = verification && row.verified_at !== null ? { ...verification, nonce: null } : verification;
  return {
    id: row.id,
    object: 'passkey',
    name: row.name,
    last_used_at: row.last_used_at?.getTime() ?? null,
    verification: verificationResource(shown, now) as PasskeyResource['verification'],
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}

/** A passkey as servers see it. One that was never used counts as used when it was made: they expect a time. */
export function backendPasskeyResource(row: PasskeyRow, verification: VerificationRow | null): BackendUserResource['passkeys'][number] {
  return {
    id: row.id,
    object: 'passkey',
    name: row.name,
    last_used_at: (row.last_used_at ?? row.created_at).getTime(),
    verification: verification && {
      object: 'verification_passkey',
      status: 'verified',
      strategy: 'passkey',
      attempts: verification.attempts,
      expire_at: verification.expires_at?.getTime() ?? null,
    },
  };
}
