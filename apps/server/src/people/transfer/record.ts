import { Metadata as AnyMetadata, nullable, part } from '@foyer/protocol/schemas/parts';
import { Type, type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** May be left out, or `null`. */
const maybe = <T extends TSchema>(schema: T) => Type.Optional(nullable(schema));

/** Milliseconds since the Unix epoch. */
const Time = Type.Integer({ minimum: 0, maximum: 8.64e15 });
const Flag = maybe(Type.Boolean());
const Text = maybe(Type.String());
const Metadata = maybe(AnyMetadata);

/** What email addresses, phone numbers and wallets have in common. */
const contact = {
  /** Kept, so that what refers to it still finds it; made anew when there is none. */
  id: Text,
  verified: Flag,
  /** Held for the user although nobody has proved it. */
  reserved: Flag,
  primary: Flag,
  /** When it was proved. */
  verified_at: maybe(Time),
  created_at: maybe(Time),
};

const EmailAddress = part({ ...contact, email_address: Type.String() });
const PhoneNumber = part({ ...contact, phone_number: Type.String(), reserved_for_second_factor: Flag, default_second_factor: Flag });
const Web3Wallet = part({ ...contact, web3_wallet: Type.String() });

const Passkey = part({
  id: Text,
  name: Type.String(),
  rp_id: Type.String(),
  credential_id: Type.String(),
  /** Base64url. */
  public_key: Type.String(),
  counter: maybe(Type.Integer({ minimum: 0 })),
  verified_at: maybe(Time),
  last_used_at: maybe(Time),
  created_at: maybe(Time),
});

/** A user with everything that can be taken along: one line of Foyer's own export format. */
export const UserRecord = part({
  id: Text,
  external_id: Text,
  username: Text,
  first_name: Text,
  last_name: Text,
  locale: Text,
  email_addresses: maybe(Type.Array(EmailAddress)),
  phone_numbers: maybe(Type.Array(PhoneNumber)),
  web3_wallets: maybe(Type.Array(Web3Wallet)),
  passkeys: maybe(Type.Array(Passkey)),
  password_digest: Text,
  password_hasher: Text,
  password_updated_at: maybe(Time),
  password_change_required: Flag,
  /** Base32, readable. */
  totp_secret: Text,
  /** Readable. */
  backup_codes: maybe(Type.Array(Type.String())),
  public_metadata: Metadata,
  private_metadata: Metadata,
  unsafe_metadata: Metadata,
  banned_at: maybe(Time),
  delete_self_enabled: Flag,
  create_organization_enabled: Flag,
  create_organizations_limit: maybe(Type.Integer()),
  bypass_client_trust: Flag,
  legal_accepted_at: maybe(Time),
  last_sign_in_at: maybe(Time),
  last_active_at: maybe(Time),
  created_at: maybe(Time),
  updated_at: maybe(Time),
});
export type UserRecord = Static<typeof UserRecord>;
export type ContactRecord = Omit<Static<typeof EmailAddress>, 'email_address'>;

const compiled = Compile(UserRecord);

/** A record that cannot become a user; the message says why. */
export class RecordError extends Error {
  override name = 'RecordError';
}

/**
 * Checks that a value has the form of a record.
 *
 * @throws RecordError naming the first field that is wrong
 */
export function requireRecord(value: unknown): UserRecord {
  if (compiled.Check(value)) return value;
  const [problem] = compiled.Errors(value);
  const field = problem?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  throw new RecordError(`${field || 'The record'} ${problem?.message ?? 'is not a user'}.`);
}
