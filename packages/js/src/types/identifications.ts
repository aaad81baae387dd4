import type { ClerkResource, DeletedObjectResource } from './common.ts';
import type { EmailCodeStrategy, EmailLinkStrategy, EnterpriseSSOStrategy, OAuthProvider, OAuthStrategy, Web3Strategy } from './strategies.ts';
import type { CreateEmailLinkFlowReturn, StartEmailLinkFlowParams, VerificationResource } from './verification.ts';

export interface IdentificationLinkResource extends ClerkResource {
  id: string;
  type: string;
}

export interface EmailAddressResource extends ClerkResource {
  id: string;
  emailAddress: string;
  verification: VerificationResource;
  matchesSsoConnection: boolean;
  linkedTo: IdentificationLinkResource[];
  toString: () => string;
  prepareVerification: (params: PrepareEmailAddressVerificationParams) => Promise<EmailAddressResource>;
  attemptVerification: (params: AttemptEmailAddressVerificationParams) => Promise<EmailAddressResource>;
  createEmailLinkFlow: () => CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, EmailAddressResource>;
  createEnterpriseSSOLinkFlow: () => {
    startEnterpriseSSOLinkFlow: (params: { redirectUrl: string }) => Promise<EmailAddressResource>;
    cancelEnterpriseSSOLinkFlow: () => void;
  };
  destroy: () => Promise<void>;
  create: () => Promise<EmailAddressResource>;
}

export type PrepareEmailAddressVerificationParams =
  | { strategy: EmailCodeStrategy }
  | { strategy: EmailLinkStrategy; redirectUrl: string }
  | { strategy: EnterpriseSSOStrategy; redirectUrl: string; actionCompleteRedirectUrl?: string };

export interface AttemptEmailAddressVerificationParams {
  code: string;
}

export interface PhoneNumberResource extends ClerkResource {
  id: string;
  /** E.164. */
  phoneNumber: string;
  verification: VerificationResource;
  reservedForSecondFactor: boolean;
  defaultSecondFactor: boolean;
  linkedTo: IdentificationLinkResource[];
  backupCodes?: string[];
  toString: () => string;
  prepareVerification: () => Promise<PhoneNumberResource>;
  attemptVerification: (params: AttemptPhoneNumberVerificationParams) => Promise<PhoneNumberResource>;
  makeDefaultSecondFactor: () => Promise<PhoneNumberResource>;
  setReservedForSecondFactor: (params: SetReservedForSecondFactorParams) => Promise<PhoneNumberResource>;
  destroy: () => Promise<void>;
  create: () => Promise<PhoneNumberResource>;
}

export interface AttemptPhoneNumberVerificationParams {
  code: string;
}
export interface SetReservedForSecondFactorParams {
  reserved: boolean;
}

export interface Web3WalletResource extends ClerkResource {
  id: string;
  web3Wallet: string;
  verification: VerificationResource;
  toString: () => string;
  prepareVerification: (params: PrepareWeb3WalletVerificationParams) => Promise<Web3WalletResource>;
  attemptVerification: (params: AttemptWeb3WalletVerificationParams) => Promise<Web3WalletResource>;
  destroy: () => Promise<void>;
  create: () => Promise<Web3WalletResource>;
}
export interface PrepareWeb3WalletVerificationParams {
  strategy: Web3Strategy;
}
export interface AttemptWeb3WalletVerificationParams {
  signature: string;
  strategy?: Web3Strategy;
}

export interface ExternalAccountResource extends ClerkResource {
  id: string;
  identificationId: string;
  provider: OAuthProvider;
  providerUserId: string;
  emailAddress: string;
  approvedScopes: string;
  firstName: string;
  lastName: string;
  imageUrl: string;
  username?: string;
  phoneNumber?: string;
  publicMetadata: Record<string, unknown>;
  label?: string;
  verification: VerificationResource | null;
  reauthorize: (params: ReauthorizeExternalAccountParams) => Promise<ExternalAccountResource>;
  destroy: () => Promise<void>;
  providerSlug: () => OAuthProvider;
  providerTitle: () => string;
  accountIdentifier: () => string;
}
export interface ReauthorizeExternalAccountParams {
  additionalScopes?: string[];
  redirectUrl?: string;
  oidcPrompt?: string;
  oidcLoginHint?: string;
}
export interface CreateExternalAccountParams {
  strategy: OAuthStrategy | EnterpriseSSOStrategy;
  redirectUrl?: string;
  additionalScopes?: string[];
  oidcPrompt?: string;
  oidcLoginHint?: string;
  enterpriseConnectionId?: string;
}

export interface PasskeyResource extends ClerkResource {
  id: string;
  name: string | null;
  verification: VerificationResource | null;
  lastUsedAt: Date | null;
  updatedAt: Date;
  createdAt: Date;
  update: (params: UpdatePasskeyParams) => Promise<PasskeyResource>;
  delete: () => Promise<DeletedObjectResource>;
}
export interface UpdatePasskeyParams {
  name?: string | null;
}

export interface TOTPResource extends ClerkResource {
  id: string;
  secret?: string;
  uri?: string;
  verified: boolean;
  backupCodes?: string[];
  createdAt: Date | null;
  updatedAt: Date | null;
}
export interface VerifyTOTPParams {
  code: string;
}

export interface BackupCodeResource extends ClerkResource {
  id: string;
  codes: string[];
  createdAt: Date | null;
  updatedAt: Date | null;
}

export interface EnterpriseAccountResource extends ClerkResource {
  active: boolean;
  emailAddress: string;
  enterpriseConnection: EnterpriseAccountConnectionResource | null;
  firstName: string | null;
  lastName: string | null;
  protocol: 'saml' | 'oauth';
  provider: string;
  providerUserId: string | null;
  publicMetadata: Record<string, unknown> | null;
  verification: VerificationResource | null;
  lastAuthenticatedAt: Date | null;
}
export interface EnterpriseAccountConnectionResource extends ClerkResource {
  active: boolean;
  allowIdpInitiated: boolean;
  allowSubdomains: boolean;
  disableAdditionalIdentifications: boolean;
  domain: string;
  logoPublicUrl: string | null;
  name: string;
  protocol: 'saml' | 'oauth';
  provider: string;
  syncUserAttributes: boolean;
}
