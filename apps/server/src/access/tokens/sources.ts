import { toSeconds } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { hasSecondFactor, loadUser, userImageUrl, type UserAggregate } from '../../people/users/service.ts';
import { checksummed } from '../../people/web3-wallets/service.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { organizationSources } from './organization-sources.ts';
import { mentions, type Sources } from './shortcodes.ts';

/** What the shortcodes of a template can speak of. Only what it needs is loaded. */
export async function sourcesFor(ctx: Context, template: Json, session: Pick<SessionRow, 'user_id' | 'actor' | 'last_active_organization_id'>): Promise<Sources> {
  return {
    session: { actor: session.actor },
    ...(await organizationSources(ctx, template, session)),
    ...(mentions(template, 'user') ? { user: userSource(ctx, await loadUser(ctx, session.user_id)) } : {}),
  };
}

/** A person as shortcodes see them. Private metadata are not among it: tokens can be read by whoever holds them. */
export function userSource(ctx: Context, aggregate: UserAggregate): Json {
  const { user, emailAddresses, phoneNumbers, web3Wallets } = aggregate;
  const email = emailAddresses.find((one) => one.id === user.primary_email_address_id);
  const phone = phoneNumbers.find((one) => one.id === user.primary_phone_number_id);
  const wallet = web3Wallets.find((one) => one.id === user.primary_web3_wallet_id);
  const fullName = [user.first_name, user.last_name].filter((name) => name !== null && name !== '').join(' ');
  return {
    id: user.id,
    external_id: user.external_id,
    username: user.username,
    first_name: user.first_name,
    last_name: user.last_name,
    full_name: fullName === '' ? null : fullName,
    image_url: userImageUrl(user, ctx),
    has_image: user.image_id !== null,
    primary_email_address: email?.email_address ?? null,
    primary_phone_number: phone?.phone_number ?? null,
    // The documented name of the same thing.
    primary_phone_address: phone?.phone_number ?? null,
    primary_web3_wallet: wallet ? checksummed(wallet.web3_wallet) : null,
    email_verified: Boolean(email?.verified_at),
    phone_number_verified: Boolean(phone?.verified_at),
    two_factor_enabled: hasSecondFactor(aggregate),
    public_metadata: user.public_metadata,
    unsafe_metadata: user.unsafe_metadata,
    organizations: Object.fromEntries(aggregate.organizationMemberships.map(({ organization, role }) => [organization.id, role])),
    created_at: toSeconds(user.created_at),
    updated_at: toSeconds(user.updated_at),
    last_sign_in_at: user.last_sign_in_at && toSeconds(user.last_sign_in_at),
  };
}
