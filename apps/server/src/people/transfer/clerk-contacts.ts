import { listOf } from './clerk-values.ts';
import { RecordError, type ContactRecord } from './record.ts';

type Kind = 'email_address' | 'phone_number' | 'web3_wallet';
const PLURALS = { email_address: 'email_addresses', phone_number: 'phone_numbers', web3_wallet: 'web3_wallets' };

interface Contact extends ContactRecord {
  value: string;
}

/** The contacts of a kind, the primary one first. Exports list them as text, the Backend API as objects. */
export function contactsOf(raw: Record<string, unknown>, kind: Kind): Contact[] {
  // The migration script takes a list here too, whose first is the primary one.
  const [primary, ...others] = listOf(raw, `primary_${kind}`).map((one) => valueOf(one, kind));
  const unverified = new Set(listOf(raw, `unverified_${PLURALS[kind]}`).map((one) => valueOf(one, kind)));
  const verified = [...others, ...listOf(raw, `verified_${PLURALS[kind]}`), ...(kind === 'web3_wallet' ? listOf(raw, 'web3_wallets') : [])];

  const contacts = new Map<string, Contact>();
  // An unverified primary one is listed with the unverified ones.
  if (primary !== undefined) contacts.set(primary, { value: primary, verified: !unverified.has(primary), primary: true });
  for (const one of [...verified, ...unverified]) {
    const contact = contactOf(one, raw, kind, !unverified.has(valueOf(one, kind)));
    if (!contacts.has(contact.value)) contacts.set(contact.value, contact);
  }
  return [...contacts.values()];
}

function contactOf(one: unknown, raw: Record<string, unknown>, kind: Kind, verified: boolean): Contact {
  const value = valueOf(one, kind);
  if (typeof one === 'string') return { value, verified };
  const { id, reserved, verification } = one as { id?: string; reserved?: boolean; verification?: { status?: string } | null };
  return { value, id, reserved, verified: verification?.status === 'verified', primary: id !== undefined && id === raw[`primary_${kind}_id`] };
}

function valueOf(one: unknown, kind: Kind): string {
  const value: unknown = typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[kind] : one;
  if (typeof value === 'string') return value;
  throw new RecordError(`${PLURALS[kind]} must hold text.`);
}
