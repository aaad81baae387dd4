import type { Adaptations } from './compare.ts';

/** What of an official package ours does not have, and why. */
export interface Gaps {
  /** Exports that are not there. Groups may shrink; whatever grows has to be written down. */
  missing?: { why: string; names: RegExp; atMost: number }[];
  /** Exports whose declarations do not fit, by reason. */
  incompatible?: Record<string, string[]>;
  /** Differences inside the official declarations that are passed over, so that everything around them is compared. */
  adaptations?: Adaptations;
}

const TO_COME = {
  organizations: 'organizations are to come',
  billing: 'billing is to come',
  apiKeys: 'API keys are to come',
};

const BROWSER_RESOURCES: Adaptations = {
  members: {
    [TO_COME.organizations]: [
      ...members('Clerk', 'OrganizationProfile', 'CreateOrganization', 'OrganizationSwitcher', 'OrganizationList'),
    ],
    [TO_COME.billing]: ['Clerk.billing', ...members('Clerk', 'PricingTable'), ...['initializePaymentMethod', 'addPaymentMethod', 'getPaymentMethods'].map((name) => `BillingPayerMethods.${name}`)],
    [TO_COME.apiKeys]: ['Clerk.apiKeys', ...members('Clerk', 'APIKeys')],
    'our update of an organization changes its slug alone as well': ['UpdateOrganizationParams.name'],
    'options of a passkey stay inside the SDK': ['PasskeyVerificationResource.publicKey'],
    'what an error leaves out is not there': ['*.longMessage', 'ClerkAPIError.meta', 'ClerkAPIError$1.meta'],
    'enterprise connections are to come': ['*.enterpriseConnectionId'],
    'nothing reads these any more': ['DisplayConfigResource.backendHost', 'DisplayConfigResource.theme', 'EnvironmentResource.protectConfig'],
  },
  replacements: {
    'later 4.101 versions know them': [
      ['type Web3Provider = ', "type Web3Provider = 'solana' | "],
      ["type SignInStatus = 'needs_identifier' | ", "type SignInStatus = 'needs_client_trust' | 'needs_identifier' | "],
      ["key: 'choose-organization';", "key: 'choose-organization' | 'reset-password' | 'setup-mfa';"],
    ],
    'styles may be any object': [['interface CSSObject extends', 'interface CSSObject { [property: string]: any }\ninterface CSSObject extends']],
    'localization keys are compared as data, by the components': [
      ['interface LocalizationResource extends DeepPartial<DeepLocalizationWithoutObjects<__internal_LocalizationResource>> {}', 'interface LocalizationResource { locale?: string; [key: string]: any }'],
    ],
    'only what an instance uses is there': [['type OAuthProviders = { [provider in OAuthStrategy]:', 'type OAuthProviders = { [provider in OAuthStrategy]?:']],
    'a place in the line cannot be loaded again': [['interface WaitlistResource extends ClerkResource {', 'interface WaitlistResource {']],
    'there is no telemetry': [['telemetry: TelemetryCollector | undefined;', 'telemetry: any;']],
    'a server tells of sessions that are signed in': [['session: SessionResource | undefined;', 'session: SignedInSessionResource | undefined;']],
    'only these are ever sent': [['  nextAction: string;', '  nextAction: SignUpVerificationNextAction;']],
    'wallets have strategies of their own': [
      ['  first_factors: VerificationStrategy[];', '  first_factors: string[];'],
      ['  second_factors: VerificationStrategy[];', '  second_factors: string[];'],
    ],
    'SAML accounts are enterprise accounts now': [['samlAccounts: SamlAccountResource[]', 'samlAccounts: ClerkResource[]']],
    'a server may be newer than an SDK': [['type EnterpriseProvider = ', 'type EnterpriseProvider = string | ']],
    'enterprise accounts can be connected too': [['type CreateExternalAccountParams = {\n  strategy: OAuthStrategy;', 'type CreateExternalAccountParams = {\n  strategy: any;']],
  },
};

export const JS: Gaps = {
  adaptations: BROWSER_RESOURCES,
  missing: [
    { why: 'answers of the wire are @foyer/protocol’s business', names: /JSON(Snapshot)?$/, atMost: 104 },
    { why: TO_COME.billing, names: /Billing|Payment|Plan|Checkout|Statement|Subscription|Payer|PricingTable|Feature|Commerce/, atMost: 52 },
    { why: TO_COME.apiKeys, names: /APIKey|ApiKey/, atMost: 8 },
    { why: TO_COME.organizations, names: /Organization/, atMost: 13 },
    { why: 'single providers, which are members of one union', names: /OauthProvider|OAuthProvider|Web3Provider|OAUTH_PROVIDERS|WEB3_PROVIDERS|SAML_IDPS|Saml|PhoneCodeProvider/, atMost: 51 },
    { why: 'parts of a theme, which is named as a whole', names: /Theme|Color|Unit|Shadow|Font|Id$|Element|Selectors|Css/, atMost: 42 },
    { why: 'parts of parameters and factors, which are members of unions', names: /(Config|Attempt|Factor|Attribute|Strategy|Identifier|AttemptParams?)$/, atMost: 12 },
    { why: 'claims are exported by @foyer/backend', names: /J[wW][tT]|Claim/, atMost: 13 },
    { why: 'tools for writing types', names: /^(Camel|Snake|Deep|Nullable|Override|PathValue|RecordTo|Serializable|Without|Simplify|Autocomplete|Partial|Primitive)/, atMost: 14 },
    { why: 'internals of the official SDKs', names: /^__internal_|Telemetry/, atMost: 9 },
    { why: 'what React’s hooks and buttons take and return is exported by @foyer/react', names: /^Use\w+Return$|ButtonProps$|^ProtectProps$/, atMost: 9 },
    { why: 'names for single options, written out where they are used', names: /./, atMost: 36 },
  ],
};

const BACKEND_GAPS = {
  [TO_COME.billing]: ['BillingSubscriptionJSON'],
};

export const BACKEND: Gaps = {
  incompatible: BACKEND_GAPS,
  adaptations: {
    members: {
      'there is no telemetry': ['*.telemetry'],
      [TO_COME.billing]: ['BillingSubscriptionItemJSON.lifetime_paid', 'BillingSubscriptionItemJSON.amount'],
      'claims carry no copy of their token, at the official SDK neither': ['JWTPayloadBase.__raw'],
    },
    replacements: {
      'where a client is passed in, it is our own': [
        ['apiClient: ApiClient', 'apiClient: any'],
        ['apiClient?: ApiClient', 'apiClient?: any'],
        ['clerkClient?: ClerkClient', 'clerkClient?: any'],
        ['clerkClient: ClerkClient;', 'clerkClient: any;'],
      ],
      'what is logged of a state may lack anything': [['debugRequestState: (params: import("./authStatus").RequestState)', 'debugRequestState: (params: any)']],
      'overloads cannot be compared as such: `usage.ts` calls them': [['    authenticateRequest: AuthenticateRequest;\n', '    authenticateRequest: any;\n']],
      'the official declarations differ from what the official client returns': [
        ...['deleteOrganization(organizationId: string): Promise<Organization>;', 'deleteOrganizationDomain(params: DeleteOrganizationDomainParams): Promise<OrganizationDomain>;', 'deleteRedirectUrl(redirectUrlId: string): Promise<RedirectUrl>;', 'deleteSamlConnection(samlConnectionId: string): Promise<SamlConnection>;', 'delete(machineId: string): Promise<Machine>;'].map(
          (declaration): [string, string] => [declaration, declaration.replace(/<\w+>/, '<any>')],
        ),
        ['Promise<PaginatedResourceResponse<WaitlistEntry>>;', 'Promise<PaginatedResourceResponse<WaitlistEntry[]>>;'],
        ['list(params?: ClerkPaginationRequest): Promise<JwtTemplate[]>;', 'list(params?: ClerkPaginationRequest): Promise<PaginatedResourceResponse<JwtTemplate[]>>;'],
        ['createInvitationBulk(params: CreateBulkParams): Promise<Invitation>;', 'createInvitationBulk(params: CreateBulkParams): Promise<Invitation[]>;'],
      ],
    },
  },
};

export const REACT: Gaps = {
  adaptations: { ...BROWSER_RESOURCES, replacements: { ...BROWSER_RESOURCES.replacements, 'the property `Clerk` takes our own object': [['Clerk?: ClerkProp;', 'Clerk?: any;']] } },
  missing: [
    { why: TO_COME.organizations, names: /Organization/, atMost: 4 },
    { why: TO_COME.billing, names: /Checkout|Payment|PricingTable/, atMost: 6 },
    { why: TO_COME.apiKeys, names: /APIKeys/, atMost: 1 },
    { why: 'internals of the official SDK', names: /^(Browser|HeadlessBrowser)Clerk$|^ClerkProp$/, atMost: 3 },
  ],
};

export const EXPRESS: Gaps = {
  adaptations: BACKEND.adaptations ?? {},
  incompatible: BACKEND_GAPS,
};

function members(type: string, ...components: string[]): string[] {
  return components.flatMap((name) => ['mount', 'unmount', 'open', 'close'].map((verb) => `${type}.${verb}${name}`));
}
