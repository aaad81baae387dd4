import { apiError } from '@foyer/protocol/errors';
import { normaliseEmailAddress, normalisePhoneNumber } from '../../people/identifiers.ts';
import type { ListedIdentifierRow } from './tables.ts';

/** An identifier as a list may hold it. */
export type Listable = { kind: ListedIdentifierRow['identifier_type']; value: string };

const WALLET = /^0x[0-9a-f]{40}$/;
/** `*@example.com`, `@example.com`, `example.com`, and for every depth of subdomain `*@*.example.com`. */
const DOMAIN = /^(?:\*?@)?(\*\.)?([^@*]+)$/;
/** What begins a subaddress, in the part before the @ (secure/restricting-access). */
const SUBADDRESS = /[+#=]/;

/**
 * Reads what is to be listed: an email address, all of a domain or of its subdomains, a phone number
 * or a wallet. The pattern is the one form in which it is stored and compared.
 *
 * @throws `form_param_nil`, `form_param_format_invalid`
 */
export function readPattern(text: string): Pick<ListedIdentifierRow, 'identifier_type' | 'pattern'> {
  const identifier = text.trim().toLowerCase();
  if (identifier === '') throw apiError('form_param_nil', { param: 'identifier' });
  const phoneNumber = normalisePhoneNumber(identifier);
  if (phoneNumber !== null) return { identifier_type: 'phone_number', pattern: phoneNumber };
  if (WALLET.test(identifier)) return { identifier_type: 'web3_wallet', pattern: identifier };
  const emailAddress = normaliseEmailAddress(identifier);
  if (emailAddress !== null) return { identifier_type: 'email_address', pattern: emailAddress };
  const [, subdomains = '', domain = ''] = DOMAIN.exec(identifier) ?? [];
  if (normaliseEmailAddress(`x@${domain}`) !== null) return { identifier_type: 'email_address', pattern: `*@${subdomains}${domain}` };
  throw apiError('form_param_format_invalid', { param: 'identifier', longMessage: 'This is no email address, domain, phone number or wallet. Check it for typing errors.' });
}

/** Every pattern that allows an identifier. */
export function allowingPatterns({ kind, value }: Listable): string[] {
  if (kind !== 'email_address') return [value.toLowerCase()];
  const labels = domainOf(value).split('.');
  const parents = labels.slice(1).map((_, index) => `*@*.${labels.slice(index + 1).join('.')}`);
  return [value, `*@${domainOf(value)}`, ...parents];
}

/** Every pattern that blocks an identifier: a blocked address blocks its subaddresses, too. */
export function blockingPatterns(identifier: Listable): string[] {
  const { kind, value } = identifier;
  const patterns = allowingPatterns(identifier);
  return kind === 'email_address' && isSubaddress(value) ? [...patterns, withoutSubaddress(value)] : patterns;
}

/** Whether an email address is one of many spellings that reach the same mailbox. */
export function isSubaddress(address: string): boolean {
  return SUBADDRESS.test(localPartOf(address));
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function localPartOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

function withoutSubaddress(address: string): string {
  const [mailbox = ''] = localPartOf(address).split(SUBADDRESS, 1);
  return `${mailbox}@${domainOf(address)}`;
}
