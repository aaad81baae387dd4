import type { JwtTemplateResource } from '@foyer/protocol/schemas/backend/jwt-template';
import type { JwtTemplateRow } from './tables.ts';

/** A JWT template on the wire; a key of its own is never shown again. */
export function jwtTemplateResource(row: JwtTemplateRow): JwtTemplateResource {
  return {
    object: 'jwt_template',
    id: row.id,
    name: row.name,
    claims: row.claims,
    lifetime: row.lifetime,
    allowed_clock_skew: row.allowed_clock_skew,
    custom_signing_key: row.signing_key_encrypted !== null,
    signing_algorithm: row.signing_algorithm,
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
