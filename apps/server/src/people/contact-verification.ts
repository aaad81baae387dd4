import type { VerificationResource } from '@foyer/protocol/schemas/resources/verification';
import type { ContactRow } from './contacts.ts';
import { verificationResource } from './verifications/service.ts';
import type { VerificationRow } from './verifications/tables.ts';

/**
 * The proof of a contact, on the wire. One that is verified without a proof was vouched for by an
 * administrator.
 */
export function contactVerification(contact: ContactRow, verifications: ReadonlyMap<string, VerificationRow>, now: Date): VerificationResource | null {
  const proof = contact.verification_id === null ? undefined : verifications.get(contact.verification_id);
  if (proof) return verificationResource(proof, now);
  if (contact.verified_at === null) return null;
  return { object: 'verification_admin', status: 'verified', strategy: 'admin', attempts: null, expire_at: null };
}
