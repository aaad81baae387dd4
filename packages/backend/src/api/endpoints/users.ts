import type { Metadata } from '../../json/index.ts';
import type { DeletedObject, OauthAccessToken, OrganizationInvitation, OrganizationMembership, User } from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page, WithSign } from './params.ts';

export interface UserCountParams {
  emailAddress?: string[];
  phoneNumber?: string[];
  username?: string[];
  web3Wallet?: string[];
  query?: string;
  userId?: string[];
  externalId?: string[];
}

export type UserListParams = ClerkPaginationRequest<
  UserCountParams & {
    orderBy?: WithSign<
      | 'created_at'
      | 'updated_at'
      | 'email_address'
      | 'web3wallet'
      | 'first_name'
      | 'last_name'
      | 'phone_number'
      | 'username'
      | 'last_active_at'
      | 'last_sign_in_at'
    >;
    /** Milliseconds since 1970, with the precision of a day. */
    last_active_at_since?: number;
    organizationId?: string[];
  }
>;

export interface UserMetadataParams {
  publicMetadata?: Metadata<UserPublicMetadata>;
  privateMetadata?: Metadata<UserPrivateMetadata>;
  unsafeMetadata?: Metadata<UserUnsafeMetadata>;
}

export type PasswordHasher =
  | 'argon2i'
  | 'argon2id'
  | 'awscognito'
  | 'bcrypt'
  | 'bcrypt_peppered'
  | 'bcrypt_sha256_django'
  | 'ldap_ssha'
  | 'md5'
  | 'md5_phpass'
  | 'pbkdf2_sha1'
  | 'pbkdf2_sha256'
  | 'pbkdf2_sha256_django'
  | 'pbkdf2_sha512'
  | 'phpass'
  | 'scrypt_firebase'
  | 'scrypt_werkzeug'
  | 'sha256';

/** A password that was hashed elsewhere; both fields or neither. */
type PasswordHashParams = { passwordDigest: string; passwordHasher: PasswordHasher } | object;

interface UserProfileParams {
  externalId?: string;
  username?: string;
  password?: string;
  firstName?: string;
  lastName?: string;
  locale?: string;
  skipPasswordChecks?: boolean;
  skipLegalChecks?: boolean;
  legalAcceptedAt?: Date;
  totpSecret?: string;
  backupCodes?: string[];
  createdAt?: Date;
}

export type CreateUserParams = UserProfileParams & {
  emailAddress?: string[];
  phoneNumber?: string[];
  web3Wallet?: string[];
  skipPasswordRequirement?: boolean;
} & UserMetadataParams &
  PasswordHashParams;

export type UpdateUserParams = UserProfileParams & {
  signOutOfOtherSessions?: boolean;
  primaryEmailAddressID?: string;
  notifyPrimaryEmailAddressChanged?: boolean;
  primaryPhoneNumberID?: string;
  primaryWeb3WalletID?: string;
  profileImageID?: string;
  skipPasswordRequirement?: boolean;
  deleteSelfEnabled?: boolean;
  createOrganizationEnabled?: boolean;
  createOrganizationsLimit?: number;
} & UserMetadataParams &
  PasswordHashParams;

/** `clerkClient.users` (docs: reference/backend/user). */
export const usersApi = (request: RequestFunction) => {
  const getCount = (params: UserCountParams = {}) => request<number>({ method: 'GET', path: '/users/count', query: params });

  return {
    /** One page of users, and how many match in all. */
    async getUserList(params: UserListParams = {}): Promise<Page<User>> {
      // How the page is cut and ordered has nothing to do with how many match.
      const { limit: _limit, offset: _offset, orderBy: _orderBy, ...filters } = params;
      const [data, totalCount] = await Promise.all([
        request<User[]>({ method: 'GET', path: '/users', query: params }),
        getCount(filters),
      ]);
      return { data, totalCount };
    },
    getUser: (userId: string) => request<User>({ method: 'GET', path: path`/users/${userId}` }),
    getCount,
    createUser: (params: CreateUserParams) => request<User>({ method: 'POST', path: '/users', body: params }),
    updateUser: (userId: string, params: UpdateUserParams = {}) =>
      request<User>({ method: 'PATCH', path: path`/users/${userId}`, body: params }),
    /** Merges deeply; `null` removes a key. */
    updateUserMetadata: (userId: string, params: UserMetadataParams) =>
      request<User>({ method: 'PATCH', path: path`/users/${userId}/metadata`, body: params }),
    updateUserProfileImage(userId: string, { file }: { file: Blob | File }) {
      const form = new FormData();
      form.append('file', file);
      return request<User>({ method: 'POST', path: path`/users/${userId}/profile_image`, form });
    },
    deleteUserProfileImage: (userId: string) =>
      request<User>({ method: 'DELETE', path: path`/users/${userId}/profile_image` }),
    deleteUser: (userId: string) => request<User>({ method: 'DELETE', path: path`/users/${userId}` }),
    /** Ends every session and refuses further sign-ins. */
    banUser: (userId: string) => request<User>({ method: 'POST', path: path`/users/${userId}/ban` }),
    unbanUser: (userId: string) => request<User>({ method: 'POST', path: path`/users/${userId}/unban` }),
    /** Refuses sign-ins until the lockout ends. */
    lockUser: (userId: string) => request<User>({ method: 'POST', path: path`/users/${userId}/lock` }),
    unlockUser: (userId: string) => request<User>({ method: 'POST', path: path`/users/${userId}/unlock` }),
    /** `provider` without `oauth_`, e.g. `google` or `custom_acme`; the deprecated form with it still works. */
    getUserOauthAccessToken: (userId: string, provider: string) =>
      request<Page<OauthAccessToken>>({
        method: 'GET',
        path: path`/users/${userId}/oauth_access_tokens/${provider.startsWith('oauth_') ? provider : `oauth_${provider}`}`,
        query: { paginated: true },
      }),
    getOrganizationMembershipList: ({ userId, limit, offset }: ClerkPaginationRequest<{ userId: string }>) =>
      request<Page<OrganizationMembership>>({
        method: 'GET',
        path: path`/users/${userId}/organization_memberships`,
        query: { limit, offset },
      }),
    getOrganizationInvitationList: ({ userId, ...query }: ClerkPaginationRequest<{ userId: string; status?: string | string[] }>) =>
      request<Page<OrganizationInvitation>>({ method: 'GET', path: path`/users/${userId}/organization_invitations`, query }),
    verifyPassword: ({ userId, password }: { userId: string; password: string }) =>
      request<{ verified: true }>({ method: 'POST', path: path`/users/${userId}/verify_password`, body: { password } }),
    /** Accepts a backup code too, and uses it up. */
    verifyTOTP: ({ userId, code }: { userId: string; code: string }) =>
      request<{ verified: true; code_type: 'totp' }>({ method: 'POST', path: path`/users/${userId}/verify_totp`, body: { code } }),
    /** Removes all second factors. */
    disableUserMFA: (userId: string) => request<{ userId: string }>({ method: 'DELETE', path: path`/users/${userId}/mfa` }),
    deleteUserPasskey: ({ userId, passkeyIdentificationId }: { userId: string; passkeyIdentificationId: string }) =>
      request<DeletedObject>({ method: 'DELETE', path: path`/users/${userId}/passkeys/${passkeyIdentificationId}` }),
    deleteUserWeb3Wallet: ({ userId, web3WalletIdentificationId }: { userId: string; web3WalletIdentificationId: string }) =>
      request<DeletedObject>({ method: 'DELETE', path: path`/users/${userId}/web3_wallets/${web3WalletIdentificationId}` }),
    deleteUserExternalAccount: ({ userId, externalAccountId }: { userId: string; externalAccountId: string }) =>
      request<DeletedObject>({ method: 'DELETE', path: path`/users/${userId}/external_accounts/${externalAccountId}` }),
    deleteUserBackupCodes: (userId: string) =>
      request<{ userId: string }>({ method: 'DELETE', path: path`/users/${userId}/backup_code` }),
    deleteUserTOTP: (userId: string) => request<{ userId: string }>({ method: 'DELETE', path: path`/users/${userId}/totp` }),
  };
};
