/**
 * Ids of everything that has one: a prefix that names the kind, `_`, and 27 base62 characters that sort by
 * creation time (the layout of a KSUID), such as `user_2g7np7Hrk0SN6kj5EDMLDaKNL0S`.
 *
 * The alphabet is in ASCII order, so comparing ids byte by byte (`COLLATE "C"` in PostgreSQL) sorts them by age.
 */

/** Prefix of each kind of object. Everything that identifies a person shares `idn`. */
const PREFIXES = {
  actor_token: 'act',
  allowlist_identifier: 'alid',
  application: 'app',
  audit_entry: 'aud',
  backup_code: 'bkc',
  blocklist_identifier: 'blid',
  client: 'client',
  dev_browser: 'dvb',
  domain: 'dmn',
  email: 'ema',
  email_address: 'idn',
  event: 'evt',
  external_account: 'eac',
  image: 'img',
  instance: 'ins',
  invitation: 'inv',
  jwt_template: 'jtmp',
  machine: 'mch',
  oauth_application: 'oa',
  organization: 'org',
  organization_domain: 'orgdm',
  organization_invitation: 'orginv',
  organization_membership: 'orgmem',
  organization_membership_request: 'orgmemreq',
  organization_suggestion: 'orgsug',
  passkey: 'idn',
  permission: 'perm',
  phone_number: 'idn',
  proxy_check: 'proxchk',
  redirect_url: 'ru',
  reverification: 'rev',
  role: 'role',
  saml_account: 'samlacc',
  saml_connection: 'samlc',
  enterprise_account: 'ent',
  enterprise_connection: 'entconn',
  secret_key: 'sk',
  session: 'sess',
  session_activity: 'activity',
  sign_in: 'sia',
  sign_in_token: 'sit',
  sign_up: 'sua',
  signing_key: 'ins',
  sms_message: 'sms',
  template: 'tmpl',
  totp: 'totp',
  user: 'user',
  username: 'idn',
  verification: 'ver',
  waitlist_entry: 'wle',
  web3_wallet: 'idn',
  workspace: 'ws',
} as const satisfies Record<string, string>;

export type ObjectKind = keyof typeof PREFIXES;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BODY_LENGTH = 27;
const BODY = /^[0-9A-Za-z]{27}$/;
const WORDS = 5;
/** Seconds are counted from here (13 May 2014), so that 32 bits last until 2150. */
const EPOCH_SECONDS = 1_400_000_000;

/** How many random bytes `createId` needs. */
export const ID_RANDOM_BYTES = 14;

/** Prefix of a kind's ids, without the `_`. */
export function idPrefix(kind: ObjectKind): string {
  return PREFIXES[kind];
}

/** Whether a text has the form of an id of this kind. Says nothing about whether the object exists. */
export function isId(kind: ObjectKind, text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const prefix = PREFIXES[kind];
  return text.startsWith(`${prefix}_`) && BODY.test(text.slice(prefix.length + 1));
}

/**
 * Makes a new id: 32 bits of seconds, 16 bits of the fraction of the second, 112 random bits.
 *
 * @param random at least {@link ID_RANDOM_BYTES} bytes from a cryptographic source
 * @param now milliseconds since the Unix epoch
 * @throws RangeError when there are too few random bytes
 */
export function createId(kind: ObjectKind, random: Uint8Array, now: number): string {
  if (random.length < ID_RANDOM_BYTES) {
    throw new RangeError(`An id needs ${ID_RANDOM_BYTES} random bytes, got ${random.length}.`);
  }
  const seconds = Math.floor(now / 1000);
  const fraction = Math.floor(((now - seconds * 1000) * 65_536) / 1000);
  const bytes = new DataView(new ArrayBuffer(WORDS * 4));
  bytes.setUint32(0, seconds - EPOCH_SECONDS);
  bytes.setUint16(4, fraction);
  for (let i = 0; i < ID_RANDOM_BYTES; i++) bytes.setUint8(6 + i, random[i] ?? 0);
  return `${PREFIXES[kind]}_${base62(bytes)}`;
}

/** When an id was made, in milliseconds since the Unix epoch (± 1 ms); `null` when the text is no id. */
export function idTimestamp(id: string): number | null {
  const body = id.slice(id.lastIndexOf('_') + 1);
  if (!BODY.test(body)) return null;
  let value = 0n;
  for (const character of body) value = value * 62n + BigInt(ALPHABET.indexOf(character));
  const seconds = Number(value >> 128n) + EPOCH_SECONDS;
  const fraction = Number((value >> 112n) & 0xffffn);
  return seconds * 1000 + Math.ceil((fraction * 1000) / 65_536);
}

/** Long division of the 160-bit number by 62; the remainders are the digits, last one first. */
function base62(bytes: DataView): string {
  const words = Array.from({ length: WORDS }, (_, i) => bytes.getUint32(i * 4));
  let text = '';
  while (text.length < BODY_LENGTH) {
    let remainder = 0;
    for (let i = 0; i < WORDS; i++) {
      const value = remainder * 0x1_0000_0000 + (words[i] ?? 0);
      words[i] = Math.floor(value / 62);
      remainder = value % 62;
    }
    text = ALPHABET.charAt(remainder) + text;
  }
  return text;
}
