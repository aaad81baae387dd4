import type { ExternalAccountResource } from '@foyer/protocol/schemas/resources/external-account';
import { verificationResource } from '../verifications/service.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import type { ExternalAccountRow } from './tables.ts';

/** An external account on the wire; both APIs show the same. */
export function externalAccountResource(row: ExternalAccountRow, verifications: ReadonlyMap<string, VerificationRow>, now: Date): ExternalAccountResource {
  const proof = verifications.get(row.verification_id ?? '') ?? null;
  return {
    object: 'external_account',
    id: row.id,
    provider: row.provider,
    identification_id: row.identification_id,
    provider_user_id: row.provider_user_id,
    approved_scopes: row.approved_scopes,
    email_address: row.email_address,
    email_address_verified: row.email_address_verified,
    first_name: row.first_name,
    last_name: row.last_name,
    avatar_url: row.image_url ?? '',
    image_url: row.image_url,
    username: row.username,
    phone_number: null,
    public_metadata: row.public_metadata,
    label: null,
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
    // Only strategies that prove an external account are ever written to one.
    verification: verificationResource(proof, now) as ExternalAccountResource['verification'],
  };
}
