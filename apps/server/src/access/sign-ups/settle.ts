import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { claimMailbox } from '../../people/email-addresses/service.ts';
import { createUser, recordSignIn, type NewUser } from '../../people/users/service.ts';
import { requireHumanAtLast } from '../captcha/service.ts';
import { refuseRestrictedAccount } from '../restrictions/service.ts';
import { createSession } from '../sessions/service.ts';
import { isVerified, loadAttempt, type SignUpAttempt } from './attempt.ts';
import { externalAccountsOf } from './external.ts';
import { acceptTicket, isInvited } from './invited.ts';
import * as store from './store.ts';
import type { SignUpRow } from './tables.ts';

/**
 * Turns a sign-up into a user with a session as soon as nothing is missing any more; else leaves it
 * as it is. Runs in the transaction of the step that may have been the last: there is never a user
 * without the session, nor either of them twice.
 *
 * @throws ApiError `form_identifier_exists` when somebody took an identifier meanwhile, `not_allowed_access`, `requires_captcha`
 */
export async function settle(ctx: RequestContext, row: SignUpRow): Promise<SignUpRow> {
  const attempt = await loadAttempt(ctx, row);
  if (row.created_user_id !== null || attempt.status !== 'complete') return row;
  await requireHumanAtLast(ctx, row.captcha_passed, vouchedBy(ctx, attempt));
  await refuseRestrictedAccount(ctx, row, { invited: isInvited(row) });
  if (row.email_address !== null) await claimMailbox(ctx, row.email_address);
  await acceptTicket(ctx, row);
  const user = await recordSignIn(ctx, (await createUser(ctx, newUser(ctx, attempt))).user.id);
  const session = await createSession(ctx, { userId: user.id, user, strategy: strategyOf(attempt), firstFactorAt: now(ctx), secondFactorAt: null });
  return store.update(ctx.db, ctx.instance.id, row.id, {
    created_user_id: user.id,
    created_session_id: session.id,
    // The hash is the user's now; the hasher alone still tells that there was a password.
    password_hash: null,
    updated_at: now(ctx),
  });
}

/** Strategy of the account elsewhere that is proved to be the person's, if there is one. */
function vouchedBy(ctx: RequestContext, { verifications: { external_account: external } }: SignUpAttempt): string | null {
  return external && isVerified(ctx, external) ? external.strategy : null;
}

function newUser(ctx: RequestContext, { row, verifications }: SignUpAttempt): NewUser {
  const proof = (kind: 'email_address' | 'phone_number' | 'web3_wallet') => {
    const verification = verifications[kind];
    return { verified: isVerified(ctx, verification), verificationId: verification?.id ?? null };
  };
  return {
    emails: row.email_address === null ? [] : [{ address: row.email_address, ...proof('email_address') }],
    phones: row.phone_number === null ? [] : [{ number: row.phone_number, ...proof('phone_number') }],
    wallets: row.web3_wallet === null ? [] : [{ wallet: row.web3_wallet, ...proof('web3_wallet') }],
    externalAccounts: externalAccountsOf(verifications.external_account),
    username: row.username,
    firstName: row.first_name,
    lastName: row.last_name,
    externalId: row.external_id,
    locale: row.locale,
    password: row.password_hash !== null && row.password_hasher !== null ? { hash: row.password_hash, hasher: row.password_hasher } : null,
    publicMetadata: row.public_metadata,
    unsafeMetadata: row.unsafe_metadata,
    legalAcceptedAt: row.legal_accepted_at,
  };
}

/** How the person has shown most convincingly who they are. */
function strategyOf({ row, verifications }: SignUpAttempt): string {
  if (verifications.external_account) return verifications.external_account.strategy;
  if (verifications.web3_wallet) return verifications.web3_wallet.strategy;
  if (row.password_hash !== null) return 'password';
  return verifications.email_address?.strategy ?? verifications.phone_number?.strategy ?? 'password';
}
