import type { BackendSignUpResource } from '@foyer/protocol/schemas/backend/sign-up';
import type { SignUpResource } from '@foyer/protocol/schemas/resources/sign-up';
import type { VerificationStatus } from '@foyer/protocol/statuses';
import { now, type Context } from '../../platform/context.ts';
import { verificationResource, verificationStatus } from '../../people/verifications/service.ts';
import { checksummed } from '../../people/web3-wallets/service.ts';
import { verifyingStrategies, type Contact } from '../strategies/index.ts';
import { loadAttempt, type SignUpAttempt } from './attempt.ts';
import type { SignUpRow } from './tables.ts';

type Verifications = SignUpResource['verifications'];

/** A sign-up on the wire. */
export async function signUpResource(ctx: Context, row: SignUpRow): Promise<SignUpResource> {
  const attempt = await loadAttempt(ctx, row);
  const { fields, status, verifications } = attempt;
  return {
    object: 'sign_up_attempt',
    id: row.id,
    status,
    required_fields: fields.required,
    optional_fields: fields.optional,
    missing_fields: status === 'complete' ? [] : fields.missing,
    unverified_fields: fields.unverified,
    verifications: {
      email_address: contactVerification(ctx, attempt, 'email_address') as Verifications['email_address'],
      phone_number: contactVerification(ctx, attempt, 'phone_number') as Verifications['phone_number'],
      web3_wallet: contactVerification(ctx, attempt, 'web3_wallet') as Verifications['web3_wallet'],
      external_account: verificationResource(verifications.external_account, now(ctx)) as Verifications['external_account'],
    },
    username: row.username,
    email_address: row.email_address,
    phone_number: row.phone_number,
    web3_wallet: row.web3_wallet && checksummed(row.web3_wallet),
    password_enabled: row.password_hasher !== null,
    first_name: row.first_name,
    last_name: row.last_name,
    unsafe_metadata: row.unsafe_metadata,
    public_metadata: row.public_metadata,
    custom_action: row.custom_action,
    external_id: row.external_id,
    created_session_id: row.created_session_id,
    created_user_id: row.created_user_id,
    abandon_at: row.abandon_at.getTime(),
    legal_accepted_at: row.legal_accepted_at?.getTime() ?? null,
  };
}

/** A sign-up as servers see it. */
export async function backendSignUpResource(ctx: Context, row: SignUpRow): Promise<BackendSignUpResource> {
  return { ...(await signUpResource(ctx, row)), locale: row.locale };
}

/** A code that is dead, by time or by wrong guesses, asks for another one. */
const NEXT_ACTIONS: Record<VerificationStatus, '' | 'needs_prepare' | 'needs_attempt'> = { unverified: 'needs_attempt', transferable: 'needs_attempt', verified: '', failed: 'needs_prepare', expired: 'needs_prepare' };

/** The verification of a contact, and what comes next in it. Before anything is sent it is that of the first strategy there is. */
function contactVerification(ctx: Context, { row, verifications, fields }: SignUpAttempt, kind: Contact['kind']) {
  if (row[kind] === null) return null;
  const verification = verifications[kind];
  const strategies = verifyingStrategies(kind, ctx.instance.settings);
  const [strategy] = strategies;
  if (verification) {
    return { ...verificationResource(verification, now(ctx)), next_action: NEXT_ACTIONS[verificationStatus(verification, now(ctx))], supported_strategies: strategies };
  }
  if (!strategy || !fields.unverified.includes(kind)) return null;
  const object = kind === 'web3_wallet' ? 'verification_web3' : strategy === 'email_link' ? 'verification_email_link' : 'verification_otp';
  const waiting = { object, status: 'unverified', strategy, attempts: 0, expire_at: row.abandon_at.getTime() };
  return { ...waiting, next_action: 'needs_prepare', supported_strategies: strategies };
}
