import { now, type Context } from '../../platform/context.ts';
import { findMany as findVerifications, verificationStatus } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { signUpFields, type SignUpFields } from './fields.ts';
import { signUpStatus } from './status.ts';
import type { SignUpRow } from './tables.ts';

/** A sign-up with everything that its status and its resource depend on. */
export interface SignUpAttempt {
  row: SignUpRow;
  verifications: { email_address: VerificationRow | null; phone_number: VerificationRow | null; web3_wallet: VerificationRow | null; external_account: VerificationRow | null };
  fields: SignUpFields;
  status: ReturnType<typeof signUpStatus>;
}

export async function loadAttempt(ctx: Context, row: SignUpRow): Promise<SignUpAttempt> {
  const { email_verification_id: emailId, phone_verification_id: phoneId, web3_verification_id: walletId, external_account_verification_id: externalId } = row;
  const found = await findVerifications(ctx, [emailId, phoneId, walletId, externalId].filter((id) => id !== null));
  const verifications = {
    email_address: found.get(emailId ?? '') ?? null,
    phone_number: found.get(phoneId ?? '') ?? null,
    web3_wallet: found.get(walletId ?? '') ?? null,
    external_account: found.get(externalId ?? '') ?? null,
  };
  const fields = signUpFields(ctx.instance.settings, {
    email_address: row.email_address !== null,
    phone_number: row.phone_number !== null,
    web3_wallet: row.web3_wallet !== null,
    username: row.username !== null,
    first_name: row.first_name !== null,
    last_name: row.last_name !== null,
    password: row.password_hasher !== null,
    legal_accepted: row.legal_accepted_at !== null,
    externalAccount: isVerified(ctx, verifications.external_account),
    emailAddressVerified: isVerified(ctx, verifications.email_address),
    phoneNumberVerified: isVerified(ctx, verifications.phone_number),
    web3WalletVerified: isVerified(ctx, verifications.web3_wallet),
  });
  const status = signUpStatus({
    fieldsMissing: fields.missing.length > 0,
    fieldsUnverified: fields.unverified.length > 0,
    userCreated: row.created_user_id !== null,
    abandoned: row.abandon_at <= now(ctx),
  });
  return { row, verifications, fields, status };
}

export function isVerified(ctx: Context, verification: VerificationRow | null): boolean {
  return verification !== null && verificationStatus(verification, now(ctx)) === 'verified';
}
