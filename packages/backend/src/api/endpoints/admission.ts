/** Who may sign up: invitations, waitlist, allowlist, blocklist, and sign-up attempts in progress. */
import type { Metadata } from '../../json/index.ts';
import type {
  AllowlistIdentifier,
  BlocklistIdentifier,
  DeletedObject,
  Invitation,
  SignUpAttempt,
  WaitlistEntry,
} from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page, WithSign } from './params.ts';

export interface CreateInvitationParams {
  emailAddress: string;
  /** 30 unless given. */
  expiresInDays?: number;
  ignoreExisting?: boolean;
  notify?: boolean;
  /** Copied to the user on sign-up. */
  publicMetadata?: Metadata<UserPublicMetadata>;
  redirectUrl?: string;
  templateSlug?: 'invitation' | 'waitlist_invitation';
}

/** `clerkClient.invitations` (docs: reference/backend/invitations). */
export const invitationsApi = (request: RequestFunction) => ({
  getInvitationList: (params: ClerkPaginationRequest<{ status?: Invitation['status']; query?: string }> = {}) =>
    request<Page<Invitation>>({ method: 'GET', path: '/invitations', query: { ...params, paginated: true } }),
  createInvitation: (params: CreateInvitationParams) => request<Invitation>({ method: 'POST', path: '/invitations', body: params }),
  createInvitationBulk: (params: CreateInvitationParams[]) =>
    request<Invitation[]>({ method: 'POST', path: '/invitations/bulk', body: params }),
  revokeInvitation: (invitationId: string) =>
    request<Invitation>({ method: 'POST', path: path`/invitations/${invitationId}/revoke` }),
});

/** `clerkClient.waitlistEntries`. */
export const waitlistEntriesApi = (request: RequestFunction) => ({
  list: (
    params: ClerkPaginationRequest<{
      query?: string;
      status?: WaitlistEntry['status'];
      orderBy?: WithSign<'created_at' | 'invited_at' | 'email_address'>;
    }> = {},
  ) => request<Page<WaitlistEntry>>({ method: 'GET', path: '/waitlist_entries', query: params }),
  create: (params: { emailAddress: string; notify?: boolean }) =>
    request<WaitlistEntry>({ method: 'POST', path: '/waitlist_entries', body: params }),
  invite: (id: string, params: { ignoreExisting?: boolean } = {}) =>
    request<WaitlistEntry>({ method: 'POST', path: path`/waitlist_entries/${id}/invite`, body: params }),
  reject: (id: string) => request<WaitlistEntry>({ method: 'POST', path: path`/waitlist_entries/${id}/reject` }),
  delete: (id: string) => request<DeletedObject>({ method: 'DELETE', path: path`/waitlist_entries/${id}` }),
});

/** `clerkClient.allowlistIdentifiers` (docs: reference/backend/allowlist). */
export const allowlistIdentifiersApi = (request: RequestFunction) => ({
  getAllowlistIdentifierList: (params: ClerkPaginationRequest = {}) =>
    request<Page<AllowlistIdentifier>>({ method: 'GET', path: '/allowlist_identifiers', query: { ...params, paginated: true } }),
  createAllowlistIdentifier: (params: { identifier: string; notify?: boolean }) =>
    request<AllowlistIdentifier>({ method: 'POST', path: '/allowlist_identifiers', body: params }),
  deleteAllowlistIdentifier: (allowlistIdentifierId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/allowlist_identifiers/${allowlistIdentifierId}` }),
});

/** `clerkClient.blocklistIdentifiers`. */
export const blocklistIdentifiersApi = (request: RequestFunction) => ({
  getBlocklistIdentifierList: (params: ClerkPaginationRequest = {}) =>
    request<Page<BlocklistIdentifier>>({ method: 'GET', path: '/blocklist_identifiers', query: params }),
  createBlocklistIdentifier: (params: { identifier: string }) =>
    request<BlocklistIdentifier>({ method: 'POST', path: '/blocklist_identifiers', body: params }),
  deleteBlocklistIdentifier: (blocklistIdentifierId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/blocklist_identifiers/${blocklistIdentifierId}` }),
});

/** `clerkClient.signUps`. */
export const signUpsApi = (request: RequestFunction) => ({
  get: (signUpAttemptId: string) => request<SignUpAttempt>({ method: 'GET', path: path`/sign_ups/${signUpAttemptId}` }),
  update: ({
    signUpAttemptId,
    ...body
  }: {
    signUpAttemptId: string;
    externalId?: string | null;
    customAction?: boolean | null;
  }) => request<SignUpAttempt>({ method: 'PATCH', path: path`/sign_ups/${signUpAttemptId}`, body }),
});
