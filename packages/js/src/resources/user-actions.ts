import type { OrganizationMembershipResource as MembershipJSON } from '@foyer/protocol/schemas/resources/organization';
import type { ActiveSessionResource as ActiveSessionJSON } from '@foyer/protocol/schemas/resources/session';
import type { UserResource as UserJSON } from '@foyer/protocol/schemas/resources/user';
import type { ClerkPaginatedResponse, ClerkPaginationParams, DeletedObjectResource, ImageResource } from '../types/common.ts';
import type { CreateExternalAccountParams, VerifyTOTPParams } from '../types/identifications.ts';
import type { OrganizationSuggestionResource, UserOrganizationInvitationResource } from '../types/organization.ts';
import type { RemoveUserPasswordParams, SetProfileImageParams, UpdateUserParams, UpdateUserPasswordParams } from '../types/user.ts';
import { Resource } from './base.ts';
import { DeletedObject } from './deleted-object.ts';
import { EmailAddress } from './email-address.ts';
import { ExternalAccount } from './external-account.ts';
import { Image, toUpload } from './image.ts';
import { OrganizationMembership } from './organization-membership.ts';
import { getPage, toPageSearch } from './pagination.ts';
import { Passkey } from './passkey.ts';
import { PhoneNumber } from './phone-number.ts';
import { SessionWithActivities } from './session-with-activities.ts';
import { BackupCode, TOTP } from './totp.ts';
import {
  OrganizationSuggestion, UserOrganizationInvitation, type OrganizationSuggestionJSON, type UserOrganizationInvitationJSON,
} from './user-organizations.ts';
import { Web3Wallet } from './web3-wallet.ts';

/** What the signed-in user can do with their own account. */
export abstract class UserActions extends Resource<UserJSON> {
  pathRoot = '/me';
  override id = '';
  #sessions: Promise<SessionWithActivities[]> | undefined;

  /** The user is always the signed-in one, so no id stands in the path. */
  protected override path(action?: string): string {
    return [this.pathRoot, action].filter(Boolean).join('/');
  }

  update(params: UpdateUserParams): Promise<this> {
    return this.patch({ ...params });
  }

  delete(): Promise<void> {
    return this.drop();
  }

  updatePassword({ newPassword, currentPassword, signOutOfOtherSessions }: UpdateUserPasswordParams): Promise<this> {
    return this.act('change_password', { newPassword, currentPassword, signOutOfOtherSessions });
  }

  removePassword({ currentPassword }: RemoveUserPasswordParams): Promise<this> {
    return this.act('remove_password', { currentPassword });
  }

  createEmailAddress({ email }: { email: string }): Promise<EmailAddress> {
    return new EmailAddress(this.host, { email_address: email }).create();
  }

  createPhoneNumber({ phoneNumber }: { phoneNumber: string }): Promise<PhoneNumber> {
    return new PhoneNumber(this.host, { phone_number: phoneNumber }).create();
  }

  createWeb3Wallet({ web3Wallet }: { web3Wallet: string }): Promise<Web3Wallet> {
    return new Web3Wallet(this.host, { web3_wallet: web3Wallet }).create();
  }

  createPasskey(): Promise<Passkey> {
    return Passkey.register(this.host);
  }

  /** Starts linking an account; go on at its `verification.externalVerificationRedirectURL`. */
  async createExternalAccount(params: CreateExternalAccountParams): Promise<ExternalAccount> {
    const { additionalScopes, ...rest } = params;
    const body = { ...rest, additionalScope: additionalScopes };
    return new ExternalAccount(this.host, await this.send({ method: 'POST', path: this.path('external_accounts'), body }));
  }

  /** Sets the profile image; `null` removes it. */
  async setProfileImage({ file }: SetProfileImageParams): Promise<ImageResource> {
    const call = file === null ? { method: 'DELETE' as const } : { method: 'POST' as const, body: toUpload(file) };
    return new Image(this.host, await this.send({ ...call, path: this.path('profile_image') }));
  }

  /** The user's active sessions in all browsers and devices; asked for once, and again after one was revoked. */
  getSessions(): Promise<SessionWithActivities[]> {
    this.#sessions ??= this.fetchSessions().catch((error: unknown) => {
      this.#sessions = undefined;
      throw error;
    });
    return this.#sessions;
  }

  private async fetchSessions(): Promise<SessionWithActivities[]> {
    const sessions = await this.send<ActiveSessionJSON[]>({ path: this.path('sessions/active') });
    const forget = () => { this.#sessions = undefined; };
    return sessions.map((json) => new SessionWithActivities(this.host, json, forget));
  }

  async createTOTP(): Promise<TOTP> {
    return new TOTP(this.host, await this.send({ method: 'POST', path: this.path('totp') }));
  }

  async verifyTOTP({ code }: VerifyTOTPParams): Promise<TOTP> {
    return new TOTP(this.host, await this.send({ method: 'POST', path: this.path('totp/attempt_verification'), body: { code } }));
  }

  async disableTOTP(): Promise<DeletedObjectResource> {
    return new DeletedObject(await this.send({ method: 'DELETE', path: this.path('totp') }));
  }

  /** Makes new backup codes; the old ones stop working. */
  async createBackupCode(): Promise<BackupCode> {
    return new BackupCode(this.host, await this.send({ method: 'POST', path: this.path('backup_codes') }));
  }

  getOrganizationMemberships(params?: ClerkPaginationParams): Promise<ClerkPaginatedResponse<OrganizationMembership>> {
    const search = { ...toPageSearch({ ...params }), paginated: true };
    const create = (json: MembershipJSON) => new OrganizationMembership(this.host, json);
    return getPage(this.host.send, this.path('organization_memberships'), search, create);
  }

  getOrganizationInvitations(
    params?: ClerkPaginationParams & { status?: string },
  ): Promise<ClerkPaginatedResponse<UserOrganizationInvitationResource>> {
    const create = (json: UserOrganizationInvitationJSON) => new UserOrganizationInvitation(this.host, json);
    return getPage(this.host.send, this.path('organization_invitations'), toPageSearch({ ...params }), create);
  }

  getOrganizationSuggestions(
    params?: ClerkPaginationParams & { status?: string | string[] },
  ): Promise<ClerkPaginatedResponse<OrganizationSuggestionResource>> {
    const create = (json: OrganizationSuggestionJSON) => new OrganizationSuggestion(this.host, json);
    return getPage(this.host.send, this.path('organization_suggestions'), toPageSearch({ ...params }), create);
  }

  async leaveOrganization(organizationId: string): Promise<DeletedObjectResource> {
    const path = this.path(`organization_memberships/${organizationId}`);
    return new DeletedObject(await this.send({ method: 'DELETE', path }));
  }
}
