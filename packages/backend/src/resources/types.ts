/** Backend API resources as applications see them. Each follows from its wire type; only what differs is spelled out. */
import type * as Json from '../json/index.ts';
import type { CamelCased } from './camel-case.ts';
import type { Filled } from './defaults.ts';
import type { Invitation } from './invitation.ts';

/** `T` without some fields, and with others in their place. */
type Change<T, Dropped extends keyof T, Added> = Omit<T, Dropped> & Readonly<Added>;

/** A page of a list: `totalCount` counts all items, not only those of this page. */
export interface PaginatedResourceResponse<Items> {
  data: Items;
  totalCount: number;
}

export type DeletedObject = Readonly<{ object: string; id: string | null; slug: string | null; deleted: boolean }>;

export type Verification = Change<
  Filled<CamelCased<Json.VerificationJSON>, 'verification'>,
  'externalVerificationRedirectUrl',
  { externalVerificationRedirectURL: URL | null }
>;
type WithVerification<T> = Omit<T, 'verification'> & { readonly verification: Verification | null };

export type IdentificationLink = CamelCased<Json.IdentificationLinkJSON>;
export type EmailAddress = WithVerification<CamelCased<Json.EmailAddressJSON>>;
export type PhoneNumber = WithVerification<CamelCased<Json.PhoneNumberJSON>>;
export type Web3Wallet = WithVerification<CamelCased<Json.Web3WalletJSON>>;
export type ExternalAccount = WithVerification<
  Change<Filled<CamelCased<Json.ExternalAccountJSON>, 'external_account'>, 'providerUserId', { externalId: string }>
>;
export type SamlAccount = WithVerification<CamelCased<Json.SamlAccountJSON>>;
export type OauthAccessToken = Change<CamelCased<Json.OauthAccessTokenJSON>, 'label', { label: string }>;

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
export type ActorToken = Filled<CamelCased<Json.ActorTokenJSON>, 'actor_token'>;
export type TestingToken = CamelCased<Json.TestingTokenJSON>;

export type SignUpAttempt = CamelCased<Json.SignUpJSON>;
export type WaitlistEntry = Change<CamelCased<Json.WaitlistEntryJSON>, 'invitation', { invitation: Invitation | null }>;
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
export type Feature = Filled<CamelCased<Json.FeatureJSON>, 'feature'>;
export type BillingPlan = Change<CamelCased<Json.BillingPlanJSON>, 'features', { features: Feature[] }>;
export type BillingSubscriptionItem = Change<
  Filled<CamelCased<Json.BillingSubscriptionItemJSON>, 'commerce_subscription_item'>,
  'plan' | 'lifetimePaid' | 'amount' | 'payerId' | 'nextPayment',
  {
    plan: BillingPlan | null;
    lifetimePaid?: BillingMoneyAmount;
    amount: BillingMoneyAmount | undefined;
    payerId: string | undefined;
    nextPayment: { amount: number; date: number } | null | undefined;
  }
>;
export type BillingSubscription = Change<
  Filled<CamelCased<Json.BillingSubscriptionJSON>, 'commerce_subscription'>,
  'subscriptionItems',
  { subscriptionItems: BillingSubscriptionItem[] }
>;
/** The names under which the documentation has the billing resources. */
export type CommercePlan = BillingPlan;
export type CommerceSubscription = BillingSubscription;
export type CommerceSubscriptionItem = BillingSubscriptionItem;
