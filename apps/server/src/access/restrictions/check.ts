import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { isOwned } from '../../people/contacts.ts';
import { undottedGmail } from '../../people/email-addresses/service.ts';
import { isCountryServed } from '../../people/phone-numbers/service.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { isTestIdentity } from '../../people/verifications/service.ts';
import { isDisposable } from './disposable.ts';
import { allowingPatterns, blockingPatterns, isSubaddress, type Listable } from './patterns.ts';
import * as store from './store.ts';
import type { List } from './tables.ts';

/** What someone signs up with, or wants to add to their account. */
export interface NewIdentifiers {
  email_address?: string | null;
  phone_number?: string | null;
  web3_wallet?: string | null;
}

/**
 * How someone comes to sign up. Who was invited by an administrator need not be on the allowlist, too
 * (restricting-access names invitations as a way in, and nothing that they would need besides), but a
 * blocked identifier stays blocked.
 */
export interface Coming {
  invited: boolean;
}

/**
 * Refuses identifiers that may not be new here. Nothing given yet is no reason to refuse.
 *
 * @throws `not_allowed_access`, `form_email_address_blocked`
 */
export async function refuseRestricted(ctx: Context, given: NewIdentifiers, coming?: Coming): Promise<void> {
  const identifiers = listables(given);
  refuseKindOfAddress(ctx, given.email_address ?? null);
  refuseBlockedCountry(ctx, given.phone_number ?? null);
  if (identifiers.length > 0) await refuseUnlisted(ctx, identifiers, coming);
}

/**
 * Refuses to make an account of these identifiers: where there is an allowlist, one of them must be on it.
 *
 * @throws as {@link refuseRestricted}
 */
export async function refuseRestrictedAccount(ctx: Context, given: NewIdentifiers, coming?: Coming): Promise<void> {
  refuseKindOfAddress(ctx, given.email_address ?? null);
  await refuseUnlisted(ctx, listables(given), coming);
}

/**
 * Refuses sign-in to whom the lists do not let in, unless they are for sign-up only. Accounts with
 * subaddresses and disposable addresses that are there already stay usable.
 *
 * @throws `not_allowed_access`
 */
export async function refuseRestrictedSignIn(ctx: Context, { emailAddresses, phoneNumbers, web3Wallets }: UserAggregate): Promise<void> {
  if (ctx.instance.settings.restrictions.allowlist_blocklist_disabled_on_sign_in) return;
  // What somebody has only typed, and never proved, neither lets them in nor keeps them out.
  await refuseUnlisted(ctx, [
    ...emailAddresses.filter(isOwned).map((row): Listable => ({ kind: 'email_address', value: row.email_address })),
    ...phoneNumbers.filter(isOwned).map((row): Listable => ({ kind: 'phone_number', value: row.phone_number })),
    ...web3Wallets.filter(isOwned).map((row): Listable => ({ kind: 'web3_wallet', value: row.web3_wallet })),
  ]);
}

/** Whether sign-in depends on the lists at all, and so on everything that a person has. */
export function listsApplyToSignIn({ instance }: Context): boolean {
  const { restrictions } = instance.settings;
  return !restrictions.allowlist_blocklist_disabled_on_sign_in && (restrictions.allowlist_enabled || restrictions.blocklist_enabled);
}

function listables(given: NewIdentifiers): Listable[] {
  return (['email_address', 'phone_number', 'web3_wallet'] as const).flatMap((kind) => {
    const value = given[kind];
    return value ? [{ kind, value }] : [];
  });
}

function refuseKindOfAddress(ctx: Context, address: string | null): void {
  const { restrictions } = ctx.instance.settings;
  if (address === null) return;
  // The addresses of test mode are subaddresses by their form.
  if (restrictions.block_email_subaddresses && isSubaddress(address) && !isTestIdentity(ctx.instance, address)) {
    throw apiError('not_allowed_access', { param: 'email_address', longMessage: 'Email addresses with +, = or # are not accepted here. Use your address without that part.' });
  }
  if (restrictions.block_disposable_email_domains && isDisposable(address)) throw apiError('form_email_address_blocked', { param: 'email_address' });
}

/** A number that cannot be sent anything cannot be proved either. */
function refuseBlockedCountry(ctx: Context, number: string | null): void {
  if (number !== null && !isCountryServed(ctx, number)) {
    throw apiError('not_allowed_access', { param: 'phone_number', longMessage: 'Phone numbers of this country are not accepted here. Use another one.' });
  }
}

/** One allowed identifier lets everyone in; a blocked one keeps them out, unless the allowlist names it. */
async function refuseUnlisted(ctx: Context, identifiers: readonly Listable[], { invited }: Coming = { invited: false }): Promise<void> {
  const { allowlist_enabled: allowlist, blocklist_enabled: blocklist } = ctx.instance.settings.restrictions;
  const allowed = allowlist ? await findListed(ctx, 'allow', identifiers.flatMap(allowingPatterns)) : new Set();
  const blocked = blocklist ? await findListed(ctx, 'block', identifiers.flatMap(blockingPatterns)) : new Set();
  const isAllowed = (identifier: Listable) => allowingPatterns(identifier).some((pattern) => allowed.has(pattern));
  const isBlocked = (identifier: Listable) => blockingPatterns(identifier).some((pattern) => blocked.has(pattern)) && !isAllowed(identifier);

  const mustBeListed = allowlist && !invited;
  const refused = mustBeListed && !identifiers.some(isAllowed) ? identifiers : identifiers.filter(isBlocked);
  if (refused.length > 0 || (mustBeListed && identifiers.length === 0)) {
    throw apiError('not_allowed_access', { meta: { identifiers: refused.map(({ value }) => value) } });
  }
}

/** Those of these patterns that a list has; where dots in Gmail addresses do not count, however it dots them. */
async function findListed(ctx: Context, list: List, patterns: readonly string[]): Promise<Set<string>> {
  const found = await store.findPatterns(ctx.db, ctx.instance.id, list, patterns);
  if (!ctx.instance.settings.restrictions.ignore_dots_for_gmail_addresses) return found;
  const undotted = patterns.flatMap((pattern) => {
    const address = pattern.startsWith('*') ? null : undottedGmail(pattern);
    return address === null ? [] : [{ pattern, address }];
  });
  const listed = await store.findUndotted(ctx.db, ctx.instance.id, list, undotted.map(({ address }) => address));
  for (const { pattern, address } of undotted) if (listed.has(address)) found.add(pattern);
  return found;
}
