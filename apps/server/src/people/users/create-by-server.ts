import { apiError } from '@foyer/protocol/errors';
import type { CreateUserParams } from '@foyer/protocol/schemas/requests/users';
import { now, transaction, type Context } from '../../platform/context.ts';
import { requireEmailAddress, requirePhoneNumber, requireUsername, requireWeb3Wallet } from '../identifiers.ts';
import { requireMetadata } from '../metadata/check.ts';
import { importSecondFactors } from '../second-factors/import.ts';
import { checkExternalId, checkLimit, checkLocale, checkName, checkPastTime } from './checks.ts';
import { createUser, type NewUser } from './create.ts';
import { loadUser, type UserAggregate } from './find.ts';
import { newPassword } from './password-params.ts';
import { banUser, lockUser } from './standing.ts';

/**
 * Creates a user as a server asks for it: contacts are verified, or reserved, by its word.
 *
 * @throws the form error of each parameter; `form_data_missing` for what the instance requires
 */
export async function createUserByServer(ctx: Context, params: CreateUserParams): Promise<UserAggregate> {
  const wanted = checkedUser(ctx, params);
  requireComplete(ctx, params);
  if (params.locked && !ctx.instance.settings.attack_protection.lockout_enabled) throw apiError('form_param_value_disabled', { param: 'locked' });
  // Hashing is slow: it comes before the transaction, and after everything that could make it useless.
  const password = await newPassword(ctx, params);
  return transaction(ctx, async (ctx) => {
    const { user } = await createUser(ctx, { ...wanted, password });
    await importSecondFactors(ctx, user.id, params);
    if (params.banned) await banUser(ctx, user.id);
    if (params.locked) await lockUser(ctx, user.id);
    return loadUser(ctx, user.id);
  });
}

function checkedUser(ctx: Context, params: CreateUserParams): NewUser {
  const { attributes, username: rules } = ctx.instance.settings;
  for (const name of ['email_address', 'phone_number', 'web3_wallet', 'username'] as const) {
    if (params[name]?.length && !attributes[name].enabled) throw apiError('form_param_unknown', { param: name });
  }
  return {
    emails: contacts(params, 'email_address', requireEmailAddress).map(({ value, ...contact }) => ({ address: value, ...contact })),
    phones: contacts(params, 'phone_number', requirePhoneNumber).map(({ value, ...contact }) => ({ number: value, ...contact })),
    wallets: [...new Set((params.web3_wallet ?? []).map((wallet) => requireWeb3Wallet(wallet)))].map((wallet) => ({ wallet, verified: true })),
    username: params.username ? requireUsername(rules, params.username) : null,
    firstName: checkName('first_name', params.first_name ?? null),
    lastName: checkName('last_name', params.last_name ?? null),
    externalId: checkExternalId(params.external_id ?? null),
    locale: checkLocale(params.locale ?? null),
    publicMetadata: requireMetadata('public_metadata', params.public_metadata ?? {}),
    privateMetadata: requireMetadata('private_metadata', params.private_metadata ?? {}),
    unsafeMetadata: requireMetadata('unsafe_metadata', params.unsafe_metadata ?? {}),
    deleteSelfEnabled: params.delete_self_enabled ?? true,
    createOrganizationEnabled: params.create_organization_enabled ?? true,
    createOrganizationsLimit: checkLimit(params.create_organizations_limit ?? null),
    bypassClientTrust: params.bypass_client_trust ?? false,
    legalAcceptedAt: params.legal_accepted_at ? checkPastTime(ctx, 'legal_accepted_at', params.legal_accepted_at) : null,
    createdAt: params.created_at ? checkPastTime(ctx, 'created_at', params.created_at) : now(ctx),
  };
}

function contacts(params: CreateUserParams, name: 'email_address' | 'phone_number', normalise: (text: string, param: string) => string) {
  const values = params[name] ?? [];
  const statuses = params[`${name}_identification_status`] ?? [];
  if (statuses.length > 0 && statuses.length !== values.length) {
    const param = `${name}_identification_status`;
    throw apiError('form_param_value_invalid', { param, longMessage: `${param} needs one entry for each entry of ${name}.` });
  }
  const normalised = values.map((value) => normalise(value, name));
  if (new Set(normalised).size < normalised.length) throw apiError('form_param_duplicate', { param: name });
  return normalised.map((value, at) => {
    const reserved = statuses[at] === 'reserved';
    return { value, verified: !reserved, reserved };
  });
}

/** Without an identification there is no user; what else there must be, the settings say. */
function requireComplete(ctx: Context, params: CreateUserParams): void {
  const { attributes, sign_up: signUp } = ctx.instance.settings;
  const identifications = ['email_address', 'phone_number', 'username'] as const;
  const missing: string[] = [];
  if (!params.skip_user_requirement) missing.push(...identifications.filter((name) => attributes[name].enabled && attributes[name].required && !params[name]?.length));
  if (missing.length === 0 && ![...identifications, 'web3_wallet' as const].some((name) => params[name]?.length)) {
    missing.push(...identifications.filter((name) => attributes[name].enabled).slice(0, 1));
  }
  const hasPassword = params.password != null || params.password_digest != null;
  if (attributes.password.enabled && attributes.password.required && !hasPassword && !params.skip_password_requirement) missing.push('password');
  if (signUp.legal_consent_enabled && !params.legal_accepted_at && !params.skip_legal_checks) missing.push('legal_accepted_at');
  if (missing.length > 0) throw apiError('form_data_missing', { values: { names: missing.join(', ') }, meta: { param_names: missing } });
}
