import type { UserResource as UserJSON } from '@foyer/protocol/schemas/resources/user';
import type { UserResource } from '../types/user.ts';
import { toDate } from './base.ts';
import { EmailAddress } from './email-address.ts';
import { parseEnterpriseAccount, type EnterpriseAccountJSON } from './enterprise-account.ts';
import { ExternalAccount } from './external-account.ts';
import type { ResourceHost } from './host.ts';
import { OrganizationMembership } from './organization-membership.ts';
import { Passkey } from './passkey.ts';
import { PhoneNumber } from './phone-number.ts';
import { UserActions } from './user-actions.ts';
import { Web3Wallet } from './web3-wallet.ts';

/** The signed-in user. Docs: reference/javascript/user. */
export class User extends UserActions implements UserResource {
  externalId: string | null = null;
  username: string | null = null;
  fullName: string | null = null;
  firstName: string | null = null;
  lastName: string | null = null;
  imageUrl = '';
  hasImage = false;
  primaryEmailAddressId: string | null = null;
  primaryEmailAddress: EmailAddress | null = null;
  primaryPhoneNumberId: string | null = null;
  primaryPhoneNumber: PhoneNumber | null = null;
  primaryWeb3WalletId: string | null = null;
  primaryWeb3Wallet: Web3Wallet | null = null;
  emailAddresses: EmailAddress[] = [];
  phoneNumbers: PhoneNumber[] = [];
  web3Wallets: Web3Wallet[] = [];
  externalAccounts: ExternalAccount[] = [];
  enterpriseAccounts: UserResource['enterpriseAccounts'] = [];
  samlAccounts: UserResource['samlAccounts'] = [];
  passkeys: Passkey[] = [];
  organizationMemberships: OrganizationMembership[] = [];
  passwordEnabled = false;
  totpEnabled = false;
  backupCodeEnabled = false;
  twoFactorEnabled = false;
  publicMetadata: UserPublicMetadata = {};
  unsafeMetadata: UserUnsafeMetadata = {};
  lastSignInAt: Date | null = null;
  legalAcceptedAt: Date | null = null;
  createOrganizationEnabled = false;
  createOrganizationsLimit: number | null = null;
  deleteSelfEnabled = false;
  createdAt: Date | null = null;
  updatedAt: Date | null = null;

  constructor(host: ResourceHost, json: UserJSON | null) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: UserJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.externalId = json.external_id;
    this.username = json.username;
    this.firstName = json.first_name;
    this.lastName = json.last_name;
    this.fullName = [json.first_name, json.last_name].filter(Boolean).join(' ') || null;
    this.imageUrl = json.image_url;
    this.hasImage = json.has_image;
    this.readIdentifications(json);
    this.organizationMemberships = json.organization_memberships.map((entry) => new OrganizationMembership(this.host, entry));
    this.passkeys = json.passkeys.map((entry) => new Passkey(this.host, entry));
    this.passwordEnabled = json.password_enabled;
    this.totpEnabled = json.totp_enabled;
    this.backupCodeEnabled = json.backup_code_enabled;
    this.twoFactorEnabled = json.two_factor_enabled;
    this.publicMetadata = json.public_metadata;
    this.unsafeMetadata = json.unsafe_metadata;
    this.createOrganizationEnabled = json.create_organization_enabled;
    this.createOrganizationsLimit = json.create_organizations_limit ?? null;
    this.deleteSelfEnabled = json.delete_self_enabled;
    this.lastSignInAt = toDate(json.last_sign_in_at);
    this.legalAcceptedAt = toDate(json.legal_accepted_at);
    this.createdAt = toDate(json.created_at);
    this.updatedAt = toDate(json.updated_at);
    return this;
  }

  private readIdentifications(json: UserJSON): void {
    const { host } = this;
    this.emailAddresses = json.email_addresses.map((entry) => new EmailAddress(host, entry));
    this.phoneNumbers = json.phone_numbers.map((entry) => new PhoneNumber(host, entry));
    this.web3Wallets = json.web3_wallets.map((entry) => new Web3Wallet(host, entry));
    this.externalAccounts = json.external_accounts.map((entry) => new ExternalAccount(host, entry));
    const accounts = json.enterprise_accounts as EnterpriseAccountJSON[];
    this.enterpriseAccounts = accounts.map((entry) => parseEnterpriseAccount(host, entry));
    this.samlAccounts = json.saml_accounts.map((entry) => parseEnterpriseAccount(host, entry));
    this.primaryEmailAddressId = json.primary_email_address_id;
    this.primaryEmailAddress = byId(this.emailAddresses, json.primary_email_address_id);
    this.primaryPhoneNumberId = json.primary_phone_number_id;
    this.primaryPhoneNumber = byId(this.phoneNumbers, json.primary_phone_number_id);
    this.primaryWeb3WalletId = json.primary_web3_wallet_id;
    this.primaryWeb3Wallet = byId(this.web3Wallets, json.primary_web3_wallet_id);
  }

  get verifiedExternalAccounts(): ExternalAccount[] {
    return this.externalAccounts.filter(({ verification }) => verification?.status === 'verified');
  }

  get unverifiedExternalAccounts(): ExternalAccount[] {
    return this.externalAccounts.filter(({ verification }) => verification?.status !== 'verified');
  }

  get verifiedWeb3Wallets(): Web3Wallet[] {
    return this.web3Wallets.filter(({ verification }) => verification.status === 'verified');
  }

  get hasVerifiedEmailAddress(): boolean {
    return this.emailAddresses.some(({ verification }) => verification.status === 'verified');
  }

  get hasVerifiedPhoneNumber(): boolean {
    return this.phoneNumbers.some(({ verification }) => verification.status === 'verified');
  }

  isPrimaryIdentification(identification: { id?: string }): boolean {
    const primary = [this.primaryEmailAddressId, this.primaryPhoneNumberId, this.primaryWeb3WalletId];
    return identification.id !== undefined && primary.includes(identification.id);
  }
}

function byId<Item extends { id: string }>(items: Item[], id: string | null): Item | null {
  return items.find((item) => item.id === id) ?? null;
}
