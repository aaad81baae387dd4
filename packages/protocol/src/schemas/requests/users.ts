/** Parameters of the Backend API's users. */
import { type Static, Type } from 'typebox';
import { Count, Flag, nullable, oneOf, Text, Texts } from '../parts.ts';
import { bodyParams, JsonObject, MaybeFlag, MaybeJsonObject, MaybeText, PaginatedFlag, Pagination, queryParams } from './parts.ts';

const TimeBound = Type.Optional(Type.Integer({ description: 'Milliseconds since the Unix epoch.' }));
const TextFilter = Type.Optional(Texts);

/** Filters by who someone is, for users and for members of organizations. */
export const memberFilters = {
  email_address: TextFilter,
  phone_number: TextFilter,
  username: TextFilter,
  web3_wallet: TextFilter,
  user_id: Type.Optional(Type.Array(Text, { description: 'Ids to include; with a leading `-`, to leave out.' })),
  query: Type.Optional(Type.String({ description: 'Part of any identifier, name or id.' })),
  email_address_query: Type.Optional(Text),
  phone_number_query: Type.Optional(Text),
  username_query: Type.Optional(Text),
  name_query: Type.Optional(Text),
  last_active_at_before: TimeBound,
  last_active_at_after: TimeBound,
  created_at_before: TimeBound,
  created_at_after: TimeBound,
};

/** Filters that list and count share. */
const filters = {
  ...memberFilters,
  external_id: TextFilter,
  organization_id: Type.Optional(Type.Array(Text, { description: 'Organizations to be a member of; with a leading `-`, not to.' })),
  banned: Type.Optional(Flag),
  last_active_at_since: TimeBound,
  last_sign_in_at_before: TimeBound,
  last_sign_in_at_after: TimeBound,
  provider: Type.Optional(Text),
  provider_user_id: TextFilter,
};

/** Fields that users can be ordered by, each with `-` or `+` before it. */
export const USER_ORDER_FIELDS = [
  'created_at',
  'updated_at',
  'email_address',
  'web3wallet',
  'first_name',
  'last_name',
  'phone_number',
  'username',
  'last_active_at',
  'last_sign_in_at',
] as const;
export type UserOrderField = (typeof USER_ORDER_FIELDS)[number];

export const ListUsersQuery = queryParams('ListUsersQuery', {
  ...filters,
  ...PaginatedFlag,
  ...Pagination,
  starting_after: Type.Optional(Text),
  order_by: Type.String({ default: '-created_at' }),
});
export type ListUsersQuery = Static<typeof ListUsersQuery>;

export const CountUsersQuery = queryParams('CountUsersQuery', filters);
export type CountUsersQuery = Static<typeof CountUsersQuery>;

const MaybeTexts = Type.Optional(Texts);
const IdentificationStatuses = Type.Optional(Type.Array(oneOf(['verified', 'reserved'])));

/** Fields that create and update share. */
const userFields = {
  external_id: MaybeText,
  first_name: MaybeText,
  last_name: MaybeText,
  locale: MaybeText,
  username: MaybeText,
  password: MaybeText,
  password_hasher: Type.Optional(Text),
  skip_password_checks: MaybeFlag,
  totp_secret: MaybeText,
  backup_codes: MaybeTexts,
  delete_self_enabled: MaybeFlag,
  create_organization_enabled: MaybeFlag,
  create_organizations_limit: Type.Optional(nullable(Count)),
  legal_accepted_at: Type.Optional(nullable(Type.String({ description: 'RFC 3339 time.' }))),
  skip_legal_checks: MaybeFlag,
  created_at: Type.Optional(nullable(Type.String({ description: 'RFC 3339 time.' }))),
  bypass_client_trust: MaybeFlag,
};

export const CreateUserParams = bodyParams('CreateUserParams', {
  ...userFields,
  email_address: MaybeTexts,
  email_address_identification_status: IdentificationStatuses,
  phone_number: MaybeTexts,
  phone_number_identification_status: IdentificationStatuses,
  web3_wallet: MaybeTexts,
  password_digest: MaybeText,
  skip_password_requirement: MaybeFlag,
  skip_user_requirement: MaybeFlag,
  public_metadata: Type.Optional(JsonObject),
  private_metadata: Type.Optional(JsonObject),
  unsafe_metadata: Type.Optional(JsonObject),
  banned: MaybeFlag,
  locked: MaybeFlag,
});
export type CreateUserParams = Static<typeof CreateUserParams>;

export const UpdateUserParams = bodyParams('UpdateUserParams', {
  ...userFields,
  primary_email_address_id: MaybeText,
  notify_primary_email_address_changed: MaybeFlag,
  primary_phone_number_id: MaybeText,
  primary_web3_wallet_id: MaybeText,
  profile_image_id: MaybeText,
  password_digest: Type.Optional(Text),
  sign_out_of_other_sessions: MaybeFlag,
  public_metadata: MaybeJsonObject,
  private_metadata: MaybeJsonObject,
  unsafe_metadata: MaybeJsonObject,
});
export type UpdateUserParams = Static<typeof UpdateUserParams>;

/** In a merge a key set to `null` is removed; a replace leaves nothing that is not given. */
export const UserMetadataParams = bodyParams('UserMetadataParams', {
  public_metadata: Type.Optional(JsonObject),
  private_metadata: Type.Optional(JsonObject),
  unsafe_metadata: Type.Optional(JsonObject),
});
export type UserMetadataParams = Static<typeof UserMetadataParams>;

export const UserIdsParams = bodyParams('UserIdsParams', { user_ids: Type.Array(Text, { minItems: 1, maxItems: 50 }) });
export type UserIdsParams = Static<typeof UserIdsParams>;

export const VerifyPasswordParams = bodyParams('VerifyPasswordParams', { password: Text });
export type VerifyPasswordParams = Static<typeof VerifyPasswordParams>;

export const VerifyTotpParams = bodyParams('VerifyTotpParams', { code: Text });
export type VerifyTotpParams = Static<typeof VerifyTotpParams>;

export const RemoveUserPasswordParams = bodyParams('RemoveUserPasswordParams', {
  sign_out_of_other_sessions: Type.Optional(Flag),
});
export type RemoveUserPasswordParams = Static<typeof RemoveUserPasswordParams>;

export const SetPasswordCompromisedParams = bodyParams('SetPasswordCompromisedParams', { revoke_all_sessions: MaybeFlag });
export type SetPasswordCompromisedParams = Static<typeof SetPasswordCompromisedParams>;
