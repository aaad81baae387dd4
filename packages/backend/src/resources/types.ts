/** Backend API resources as applications see them. Each follows from its wire type; only what differs is spelled out. */
import type * as Json from '../json/index.ts';
import type { CamelCased } from './camel-case.ts';

/** `T` without some fields, and with others in their place. */
type Change<T, Dropped extends keyof T, Added> = Omit<T, Dropped> & Readonly<Added>;

/** A page of a list: `totalCount` counts all items, not only those of this page. */
export interface PaginatedResourceResponse<Items> {
  data: Items;
  totalCount: number;
}

export type DeletedObject = Readonly<{ object: string; id: string | null; slug: string | null; deleted: boolean }>;

export type Verification = Change<
  CamelCased<Json.VerificationJSON>,
  'externalVerificationRedirectUrl',
  { externalVerificationRedirectURL: URL | null }
>;
type WithVerification<T> = Omit<T, 'verification'> & { readonly verification: Verification | null };

export type IdentificationLink = CamelCased<Json.IdentificationLinkJSON>;
export type EmailAddress = WithVerification<CamelCased<Json.EmailAddressJSON>>;
export type PhoneNumber = WithVerification<CamelCased<Json.PhoneNumberJSON>>;
export type Web3Wallet = WithVerification<CamelCased<Json.Web3WalletJSON>>;
export type ExternalAccount = WithVerification<
  Change<CamelCased<Json.ExternalAccountJSON>, 'providerUserId', { externalId: string }>
>;
export type SamlAccount = WithVerification<CamelCased<Json.SamlAccountJSON>>;
export type OauthAccessToken = CamelCased<Json.OauthAccessTokenJSON>;

export type OrganizationMembershipPublicUserData = CamelCased<Json.OrganizationMembershipPublicUserDataJSON>;
export type OrganizationDomainVerification = Change<
  CamelCased<Json.OrganizationDomainVerificationJSON>,
  'expiresAt',
  { expireAt: number | null }
>;
export type OrganizationDomain = Change<
  CamelCased<Json.OrganizationDomainJSON>,
  'verification',
  { verification: OrganizationDomainVerification | null }
>;
export type OrganizationSettings = CamelCased<Json.OrganizationSettingsJSON>;

export type Client = CamelCased<Json.ClientJSON>;
export type Session = CamelCased<Json.SessionJSON>;
export type SessionActivity = CamelCased<Json.SessionActivityJSON>;
export type Token = CamelCased<Json.TokenJSON>;
export type Cookies = CamelCased<Json.CookiesJSON>;
export type HandshakePayload = Json.HandshakePayloadJSON;
export type SignInToken = CamelCased<Json.SignInTokenJSON>;
export type ActorToken = CamelCased<Json.ActorTokenJSON>;
export type TestingToken = CamelCased<Json.TestingTokenJSON>;

export type SignUpAttempt = CamelCased<Json.SignUpJSON>;
export type Invitation = CamelCased<Json.InvitationJSON>;
export type WaitlistEntry = CamelCased<Json.WaitlistEntryJSON>;
export type AllowlistIdentifier = CamelCased<Json.AllowlistIdentifierJSON>;
export type BlocklistIdentifier = CamelCased<Json.BlocklistIdentifierJSON>;

export type Instance = CamelCased<Json.InstanceJSON>;
export type InstanceRestrictions = CamelCased<Json.InstanceRestrictionsJSON>;
export type InstanceSettings = CamelCased<Json.InstanceSettingsJSON>;
export type CnameTarget = CamelCased<Json.CnameTargetJSON>;
export type Domain = CamelCased<Json.DomainJSON>;
export type ProxyCheck = CamelCased<Json.ProxyCheckJSON>;
export type RedirectUrl = CamelCased<Json.RedirectUrlJSON>;
export type JwtTemplate = CamelCased<Json.JwtTemplateJSON>;
export type AccountlessApplication = CamelCased<Json.AccountlessApplicationJSON>;
export type Email = CamelCased<Json.EmailJSON>;
export type SMSMessage = CamelCased<Json.SMSMessageJSON>;
export type SamlConnection = CamelCased<Json.SamlConnectionJSON>;

export type Machine = CamelCased<Json.MachineJSON>;
export type MachineScope = CamelCased<Json.MachineScopeJSON>;
export type MachineSecretKey = CamelCased<Json.MachineSecretKeyJSON>;
export type M2MToken = CamelCased<Json.M2MTokenJSON>;
export type APIKey = CamelCased<Json.APIKeyJSON>;
export type IdPOAuthAccessToken = CamelCased<Json.IdPOAuthAccessTokenJSON>;
export type OAuthApplication = Change<CamelCased<Json.OAuthApplicationJSON>, 'public', { isPublic: boolean }>;

export type BillingMoneyAmount = CamelCased<Json.BillingMoneyAmountJSON>;
export type Feature = CamelCased<Json.FeatureJSON>;
export type BillingPlan = CamelCased<Json.BillingPlanJSON>;
export type BillingSubscriptionItem = CamelCased<Json.BillingSubscriptionItemJSON>;
export type BillingSubscription = CamelCased<Json.BillingSubscriptionJSON>;
/** The names under which the documentation has the billing resources. */
export type CommercePlan = BillingPlan;
export type CommerceSubscription = BillingSubscription;
export type CommerceSubscriptionItem = BillingSubscriptionItem;
