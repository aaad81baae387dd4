import { apiError } from '@foyer/protocol/errors';
import type { UpdateSignUpParams } from '@foyer/protocol/schemas/requests/sign-ups';
import { now, type Context } from '../../platform/context.ts';
import { isMailboxTaken, mailboxTaken } from '../../people/email-addresses/service.ts';
import { identifierKind, requireEmailAddress, requirePhoneNumber, requireUsername, requireWeb3Wallet, type Identifier } from '../../people/identifiers.ts';
import { requireMetadata } from '../../people/metadata/check.ts';
import { checkNewPassword, hashPassword } from '../../people/passwords/service.ts';
import { findByIdentifier } from '../../people/users/service.ts';
import { refuseRestricted } from '../restrictions/service.ts';
import { isInvited } from './invited.ts';
import type { SignUpColumns } from './store.ts';

/** Longest first or last name, in characters. */
const NAME_MAX = 256;
/** Longest language tag worth keeping (RFC 5646 §4.4.1). */
const LOCALE_MAX = 35;

/**
 * Checks what a sign-up is given and brings it into the form in which it is stored. Hashes the
 * password, and so must not be called inside a transaction.
 *
 * @param held what the sign-up has already
 * @throws ApiError the form error of the first parameter that is wrong, not used by the instance, or taken
 */
export async function readValues(ctx: Context, given: UpdateSignUpParams, held: SignUpColumns = {}): Promise<SignUpColumns> {
  const { settings } = ctx.instance;
  const params = withSplitIdentifier(given);
  refuseUnused(ctx, params);
  const columns: SignUpColumns = {};

  if (params.email_address !== undefined) {
    columns.email_address = params.email_address && requireEmailAddress(params.email_address);
    columns.email_verification_id = null;
  }
  if (params.phone_number !== undefined) {
    columns.phone_number = params.phone_number && requirePhoneNumber(params.phone_number);
    columns.phone_verification_id = null;
  }
  if (params.web3_wallet !== undefined) {
    columns.web3_wallet = params.web3_wallet && requireWeb3Wallet(params.web3_wallet);
    columns.web3_verification_id = null;
  }
  if (params.username !== undefined) columns.username = params.username && requireUsername(settings.username, params.username);
  if (params.first_name !== undefined) columns.first_name = params.first_name && requireShort('first_name', params.first_name, NAME_MAX);
  if (params.last_name !== undefined) columns.last_name = params.last_name && requireShort('last_name', params.last_name, NAME_MAX);
  if (params.locale !== undefined) columns.locale = params.locale && requireShort('locale', params.locale, LOCALE_MAX);
  if (params.unsafe_metadata) columns.unsafe_metadata = requireMetadata('unsafe_metadata', params.unsafe_metadata);
  if (params.legal_accepted === false && settings.sign_up.legal_consent_enabled) throw apiError('legal_not_accepted', { param: 'legal_accepted' });
  if (params.legal_accepted !== undefined) columns.legal_accepted_at = params.legal_accepted ? now(ctx) : null;

  await refuseRestricted(ctx, { ...held, ...columns }, { invited: Boolean(params.ticket) || keepsInvitation(columns, held) });
  await refuseTaken(ctx, columns);
  if (params.password) {
    await checkNewPassword(ctx, params.password);
    const { hash, hasher } = await hashPassword(params.password);
    columns.password_hash = hash;
    columns.password_hasher = hasher;
  }
  return columns;
}

/** Whether a sign-up that began with an invitation still is for the invited address. */
function keepsInvitation({ email_address: emailAddress }: SignUpColumns, held: SignUpColumns): boolean {
  return isInvited({ ticket: held.ticket ?? null }) && (emailAddress === undefined || emailAddress === held.email_address);
}

/** A form may have one field for email address and phone number. */
function withSplitIdentifier({ email_address_or_phone_number: either, ...params }: UpdateSignUpParams): UpdateSignUpParams {
  if (!either) return params;
  const { kind } = identifierKind(either);
  if (kind !== 'email_address' && kind !== 'phone_number') throw apiError('form_param_format_invalid', { param: 'email_address_or_phone_number' });
  return { ...params, [kind]: either };
}

const ATTRIBUTES = ['email_address', 'phone_number', 'username', 'first_name', 'last_name', 'password', 'web3_wallet'] as const;

function refuseUnused(ctx: Context, params: UpdateSignUpParams): void {
  for (const name of ATTRIBUTES) {
    if (params[name] && !ctx.instance.settings.attributes[name].enabled) throw apiError('form_param_unknown', { param: name });
  }
}

function requireShort(param: string, text: string, max: number): string {
  if (text.includes('\0')) throw apiError('form_param_format_invalid', { param });
  if (text.length > max) throw apiError('form_param_max_length_exceeded', { param, values: { max } });
  return text;
}

/**
 * Refuses identifiers that somebody has. Under enumeration protection that is not told of those
 * which must be verified: whoever does not own them gets no further anyway.
 */
async function refuseTaken(ctx: Context, columns: SignUpColumns): Promise<void> {
  const { attributes, attack_protection: protection } = ctx.instance.settings;
  for (const kind of ['email_address', 'phone_number', 'web3_wallet', 'username'] as const) {
    const value = columns[kind];
    if (!value) continue;
    const verified = kind === 'web3_wallet' || (kind !== 'username' && attributes[kind].verify_at_sign_up);
    if (protection.enumeration_protection && verified) continue;
    if ((await findByIdentifier(ctx, { kind, value })) !== null) throw apiError('form_identifier_exists', { param: kind });
    if (kind === 'email_address' && (await isMailboxTaken(ctx, value))) throw mailboxTaken();
  }
}

/** Whether an account has this identifier for sure, or one that counts as the same. */
export async function isTaken(ctx: Context, identifier: Identifier): Promise<boolean> {
  if (identifier.kind === 'email_address' && (await isMailboxTaken(ctx, identifier.value))) return true;
  return (await findByIdentifier(ctx, identifier)) !== null;
}
