import type { ErrorObject } from '@foyer/protocol/errors';
import type { VerificationResource } from '@foyer/protocol/schemas/resources/verification';
import { isOAuthStrategy, isWeb3Strategy, type OAuthStrategy } from '@foyer/protocol/strategies';
import { verificationStatus } from './status.ts';
import type { VerificationRow } from './tables.ts';

/** A verification on the wire: each kind of strategy has its own form. */
export function verificationResource(row: VerificationRow, now: Date): VerificationResource;
export function verificationResource(row: VerificationRow | null, now: Date): VerificationResource | null;
export function verificationResource(row: VerificationRow | null, now: Date): VerificationResource | null {
  if (row === null) return null;
  const { strategy, attempts } = row;
  const anyStatus = verificationStatus(row, now);
  const proved = anyStatus === 'transferable' ? 'unverified' : anyStatus;
  const simple = anyStatus === 'verified' ? 'verified' : 'unverified';
  const expireAt = row.expires_at?.getTime() ?? null;
  const counted = { attempts, expire_at: expireAt };
  const error = row.error as unknown as ErrorObject | null;
  const redirect = { external_verification_redirect_url: row.external_redirect_url };

  switch (strategy) {
    case 'email_code':
    case 'phone_code':
    case 'reset_password_email_code':
    case 'reset_password_phone_code':
      return { object: 'verification_otp', status: proved, strategy, attempts, expire_at: always(row) };
    case 'email_link':
      return {
        object: 'verification_email_link',
        status: anyStatus,
        strategy,
        attempts,
        expire_at: always(row),
        ...(row.verified_at_client === null ? {} : { verified_at_client: row.verified_at_client }),
      };
    case 'password':
      return { object: 'verification_password', status: simple, strategy, ...counted };
    case 'ticket':
      return { object: 'verification_ticket', status: anyStatus === 'expired' ? 'expired' : simple, strategy, ...counted };
    case 'invitation':
      return { object: 'verification_invitation', status: 'verified', strategy, ...counted };
    case 'admin':
      return { object: 'verification_admin', status: proved, strategy, ...counted };
    case 'google_one_tap':
      return { object: 'verification_google_one_tap', status: simple, strategy, ...counted };
    case 'saml':
      return { object: 'verification_saml', status: anyStatus, strategy, ...redirect, ...(error ? { error } : {}), ...counted };
    case 'scim':
      return { object: 'verification_scim', status: 'verified', strategy, ...counted };
    case 'passkey':
      return { object: 'verification_passkey', status: proved, strategy, attempts, expire_at: always(row), ...(row.nonce === null ? {} : { nonce: row.nonce }) };
    case 'totp':
      return { object: 'verification_totp', status: simple, strategy, ...counted };
    case 'backup_code':
      return { object: 'verification_backup_code', status: simple, strategy, ...counted };
  }
  if (isWeb3Strategy(strategy)) return { object: 'verification_web3', status: proved, strategy, ...counted, nonce: row.nonce, message: row.message };
  if (isOAuthStrategy(strategy)) return { object: 'verification_oauth', status: anyStatus, strategy, ...redirect, error, attempts, expire_at: always(row) };
  if (isFromOAuth(strategy)) return { object: 'verification_from_oauth', status: simple, strategy, ...counted };
  throw new Error(`A verification has the strategy "${strategy}", which has no form on the wire.`);
}

/** An email address that a social provider vouched for. */
function isFromOAuth(strategy: string): strategy is `from_${OAuthStrategy}` {
  return strategy.startsWith('from_') && isOAuthStrategy(strategy.slice('from_'.length));
}

/** Expiry where the contract wants one always: what does not expire counts as expired when it was made. */
function always(row: VerificationRow): number {
  return (row.expires_at ?? row.created_at).getTime();
}
