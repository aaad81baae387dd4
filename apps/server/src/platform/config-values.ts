import { Check } from 'typebox/value';
import type { TSchema } from 'typebox';

/** What a text is meant as, where its type alone does not say; named by a property of the schema as `kind`. */
export type ConfigKind = 'http-url' | 'base-url' | 'smtp-url' | 'database-url' | 'host-name' | 'mailbox';

const KINDS: Record<ConfigKind, { test(text: string): boolean; expected: string }> = {
  'http-url': { test: (text) => parseHttpUrl(text) !== null, expected: 'must be an absolute http or https address' },
  'base-url': { test: isBaseUrl, expected: 'must be an absolute http or https address, without user, query and fragment' },
  'smtp-url': { test: isSmtpUrl, expected: 'must be an address such as smtps://user:password@mail.example.com, with what is special in user and password percent-encoded' },
  'database-url': {
    test: (text) => /^(postgres(ql)?:\/\/|socket:|\/)/.test(text),
    expected: 'must be an address such as postgres://user:password@host:5432/name, with what is special in user and password percent-encoded',
  },
  'host-name': { test: (text) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text), expected: 'must be a host name without scheme, port and path, such as api.example.com' },
  mailbox: { test: (text) => /^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text), expected: 'must be an email address, alone or as in Foyer <no-reply@example.com>' },
};

/**
 * The value that a text of the environment stands for, by its property of the schema.
 *
 * @returns the value, or `expected`: how the text would have to be, to follow the variable's name
 */
export function readValue(schema: TSchema, text: string): { value: unknown } | { expected: string } {
  const value = interpret(schema, text);
  if (!Check(schema, value)) return { expected: expectedOf(schema) };
  const kind = 'kind' in schema ? KINDS[schema.kind as ConfigKind] : undefined;
  return kind && !kind.test(text) ? { expected: kind.expected } : { value };
}

function interpret(schema: TSchema, text: string): unknown {
  const trimmed = text.trim();
  if (isOf(schema, 'integer') && /^-?\d+$/.test(trimmed)) return Number(trimmed);
  if (isOf(schema, 'boolean') && trimmed in SWITCHES) return SWITCHES[trimmed];
  return text;
}

const SWITCHES: Record<string, boolean> = { true: true, false: false, 1: true, 0: false };

function expectedOf(schema: TSchema): string {
  if (isOf(schema, 'boolean')) return 'must be true or false';
  if ('enum' in schema && Array.isArray(schema.enum)) return `must be one of ${schema.enum.join(', ')}`;
  if ('minimum' in schema && 'maximum' in schema) return `must be a whole number from ${String(schema.minimum)} to ${String(schema.maximum)}`;
  return 'has a value that cannot be used';
}

function isOf(schema: TSchema, type: string): boolean {
  return 'type' in schema && schema.type === type;
}

function parseHttpUrl(text: string): URL | null {
  return URL.canParse(text) && /^https?:/i.test(text) ? new URL(text) : null;
}

/** An address to which paths are added. */
function isBaseUrl(text: string): boolean {
  const url = parseHttpUrl(text);
  return url !== null && url.username === '' && !/[?#]/.test(text);
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== '' && isPercentEncoded(username) && isPercentEncoded(password);
}

function isPercentEncoded(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}
