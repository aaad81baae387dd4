import type { VerificationResource } from '@foyer/protocol/schemas/resources/verification';
import type { Context } from '../platform/context.ts';
import type { ContactRow } from './contacts.ts';
import { findMany, verificationResource } from './verifications/service.ts';
import type { VerificationRow } from './verifications/tables.ts';

/** The proofs behind contacts and the like, in one query, by id. */
export async function proofsOf(ctx: Context, contacts: readonly { verification_id: string | null }[]): Promise<Map<string, VerificationRow>> {
  const ids = contacts.flatMap((contact) => contact.verification_id ?? []);
  return ids.length === 0 ? new Map() : findMany(ctx, ids);
}

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
