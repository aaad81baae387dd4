import type { UpdateSignUpParams } from '@foyer/protocol/schemas/requests/sign-ups';
import { refuseKnownExternalAccount, type ExternalProfile } from '../../people/external-accounts/service.ts';
import type { NewUser } from '../../people/users/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { readGoogleToken, useGoogleToken } from '../google-one-tap/service.ts';
import type { SignUpColumns } from './store.ts';
import type { SignUpRow } from './tables.ts';

/** What an account at a provider brings into a sign-up. */
export interface External {
  /** What the provider says of the person; what they fill in themselves counts more. */
  values: UpdateSignUpParams;
  /**
   * Writes down that the account is theirs.
   *
   * @param emailAddress that of the sign-up: the provider vouches for its own alone
   */
  prove(ctx: Context, emailAddress: string | null): Promise<SignUpColumns>;
}

/**
 * Reads the account at a provider with which someone signs up; `null` where there is none.
 *
 * @param held what the sign-up has already; it stays
 * @throws ApiError those of `readGoogleToken`; `external_account_exists` when it would sign somebody in
 */
export async function readExternal(ctx: Context, { strategy, token }: UpdateSignUpParams, held?: SignUpRow): Promise<External | null> {
  if (strategy !== 'google_one_tap') return null;
  const answer = await readGoogleToken(ctx, token);
  const { profile } = answer;
  await refuseKnownExternalAccount(ctx, profile);
  return {
    values: valuesOf(ctx, profile, held),
    async prove(ctx, emailAddress) {
      await useGoogleToken(ctx, answer);
      const proof = await recordVerified(ctx, { strategy, data: { profile: { ...profile } } });
      const vouched = profile.emailAddressVerified === true && emailAddress !== null && emailAddress === profile.emailAddress;
      const emailProof = vouched ? await recordVerified(ctx, { strategy: `from_${profile.provider}`, target: emailAddress }) : null;
      return { external_account_verification_id: proof.id, ...(emailProof ? { email_verification_id: emailProof.id } : {}) };
    },
  };
}

/** The account that a finished sign-up gives its user. */
export function externalAccountsOf(verification: VerificationRow | null): NonNullable<NewUser['externalAccounts']> {
  const profile = verification?.data['profile'] as (Json & ExternalProfile) | undefined;
  return verification && profile ? [{ profile, strategy: verification.strategy }] : [];
}

/** What is not there yet, and of that only what the instance asks people for. */
function valuesOf({ instance }: Context, { emailAddress, firstName, lastName }: ExternalProfile, held?: SignUpRow): UpdateSignUpParams {
  const known = { email_address: emailAddress, first_name: firstName, last_name: lastName };
  const wanted = (['email_address', 'first_name', 'last_name'] as const).filter((name) => instance.settings.attributes[name].enabled && known[name] !== null && !held?.[name]);
  return Object.fromEntries(wanted.map((name) => [name, known[name]]));
}
