import type { BackendUserResource } from '@foyer/protocol/schemas/backend/user';
import type { PublicUserDataResource } from '@foyer/protocol/schemas/resources/organization';
import type { UserResource } from '@foyer/protocol/schemas/resources/user';
import { now, type Context } from '../../platform/context.ts';
import { emailAddressResource } from '../email-addresses/resource.ts';
import { externalAccountResource } from '../external-accounts/resource.ts';
import { initialsOf } from '../images/avatar.ts';
import { avatarUrl, imageUrl } from '../images/service.ts';
import { backendPasskeyResource, passkeyResource } from '../passkeys/resource.ts';
import { phoneNumberResource } from '../phone-numbers/resource.ts';
import type { UserAggregate } from './find.ts';
import { web3WalletResource } from '../web3-wallets/resource.ts';
import { hasSecondFactor } from './second-factors.ts';
import { isLocked, lockExpiresInSeconds } from './standing.ts';
import type { UserRow } from './tables.ts';

/** A user as their own browser sees them. */
export function frontendUserResource(aggregate: UserAggregate, ctx: Context): UserResource {
  const { passkeys, verifications } = aggregate;
  const limit = aggregate.user.create_organizations_limit;
  return {
    ...sharedFields(aggregate, ctx),
    passkeys: passkeys.map((row) => passkeyResource(row, verifications.get(row.verification_id ?? '') ?? null, now(ctx))),
    organization_memberships: aggregate.organizationMemberships,
    ...(limit === null ? {} : { create_organizations_limit: limit }),
  };
}

/** A user as servers see them: with private metadata. */
export function backendUserResource(aggregate: UserAggregate, ctx: Context): BackendUserResource {
  const { user, passkeys, verifications } = aggregate;
  return {
    ...sharedFields(aggregate, ctx),
    passkeys: passkeys.map((row) => backendPasskeyResource(row, verifications.get(row.verification_id ?? '') ?? null)),
    locale: user.locale,
    private_metadata: user.private_metadata,
    create_organizations_limit: user.create_organizations_limit,
    bypass_client_trust: user.bypass_client_trust,
  };
}

/** What other people may see of a user. */
export function publicUserData(aggregate: UserAggregate, ctx: Context): PublicUserDataResource {
  const { user } = aggregate;
  return {
    first_name: user.first_name,
    last_name: user.last_name,
    image_url: userImageUrl(user, ctx),
    has_image: user.image_id !== null,
    identifier: primaryIdentifier(aggregate),
    user_id: user.id,
  };
}

/** Where a user's picture is: the one they chose, or one made for them. */
export function userImageUrl(user: UserRow, ctx: Context): string {
  if (user.image_id !== null) return imageUrl(ctx, user.image_id);
  return avatarUrl(ctx, user.id, initialsOf(user.first_name, user.last_name));
}

/** What a user is best known by: primary email address, primary phone number, username, primary wallet. */
export function primaryIdentifier({ user, emailAddresses, phoneNumbers, web3Wallets }: UserAggregate): string {
  const email = emailAddresses.find((one) => one.id === user.primary_email_address_id)?.email_address;
  const phone = phoneNumbers.find((one) => one.id === user.primary_phone_number_id)?.phone_number;
  const wallet = web3Wallets.find((one) => one.id === user.primary_web3_wallet_id)?.web3_wallet;
  return email ?? phone ?? user.username ?? wallet ?? user.id;
}

function sharedFields(aggregate: UserAggregate, ctx: Context) {
  const { user, emailAddresses, phoneNumbers, web3Wallets, externalAccounts, verifications } = aggregate;
  const at = now(ctx);
  const image = userImageUrl(user, ctx);
  const protection = ctx.instance.settings.attack_protection;
  return {
    id: user.id,
    object: 'user' as const,
    external_id: user.external_id,
    username: user.username,
    first_name: user.first_name,
    last_name: user.last_name,
    image_url: image,
    profile_image_url: image,
    has_image: user.image_id !== null,
    primary_email_address_id: user.primary_email_address_id,
    primary_phone_number_id: user.primary_phone_number_id,
    primary_web3_wallet_id: user.primary_web3_wallet_id,
    email_addresses: emailAddresses.map((row) => emailAddressResource(row, externalAccounts, verifications, at)),
    phone_numbers: phoneNumbers.map((row) => phoneNumberResource(row, verifications, at)),
    web3_wallets: web3Wallets.map((row) => web3WalletResource(row, verifications, at)),
    external_accounts: externalAccounts.map((row) => externalAccountResource(row, verifications, at)),
    saml_accounts: [],
    enterprise_accounts: [],
    password_enabled: user.password_hash !== null,
    two_factor_enabled: hasSecondFactor(aggregate),
    totp_enabled: aggregate.totpEnabled,
    backup_code_enabled: aggregate.backupCodeEnabled,
    mfa_enabled_at: millis(user.mfa_enabled_at),
    mfa_disabled_at: millis(user.mfa_disabled_at),
    password_last_updated_at: millis(user.password_updated_at),
    public_metadata: user.public_metadata,
    unsafe_metadata: user.unsafe_metadata,
    last_sign_in_at: millis(user.last_sign_in_at),
    last_active_at: millis(user.last_active_at),
    banned: user.banned_at !== null,
    locked: isLocked(user, at),
    lockout_expires_in_seconds: lockExpiresInSeconds(user, at),
    verification_attempts_remaining: protection.lockout_enabled ? attemptsRemaining(user, protection.lockout_max_attempts, at) : null,
    delete_self_enabled: user.delete_self_enabled,
    create_organization_enabled: user.create_organization_enabled,
    legal_accepted_at: millis(user.legal_accepted_at),
    created_at: user.created_at.getTime(),
    updated_at: user.updated_at.getTime(),
  };
}

function attemptsRemaining(user: UserRow, max: number, at: Date): number {
  if (isLocked(user, at)) return 0;
  // A lock that has run out has taken its count with it.
  return user.locked_at === null ? Math.max(0, max - user.failed_attempts) : max;
}

function millis(date: Date | null): number | null {
  return date?.getTime() ?? null;
}
