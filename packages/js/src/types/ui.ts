import type { ClerkOptions, LoadedClerk } from './clerk.ts';
import type { EnvironmentResource } from './environment.ts';
import type { Web3Provider } from './strategies.ts';

export type ComponentName =
  | 'SignIn' | 'SignUp' | 'UserButton' | 'UserProfile' | 'UserAvatar' | 'GoogleOneTap' | 'Waitlist'
  | 'OrganizationSwitcher' | 'OrganizationProfile' | 'OrganizationList' | 'CreateOrganization'
  | 'PricingTable' | 'TaskChooseOrganization' | 'TaskResetPassword' | 'TaskSetupMFA' | 'UserVerification';
export type ModalName = 'SignIn' | 'SignUp' | 'UserProfile' | 'Waitlist' | 'OrganizationProfile' | 'CreateOrganization' | 'UserVerification' | 'GoogleOneTap';

/** What the components may use of the Clerk object. */
export interface UiHost {
  clerk: LoadedClerk;
  environment: EnvironmentResource;
  /** As given to `load()`. */
  options: ClerkOptions;
  wallets: Wallets;
  /** Whether a URL that anybody may have written, as that in the address of the page, may be followed. */
  isAllowedRedirect(url: string): boolean;
}

/** The crypto wallets in this browser. */
export interface Wallets {
  /** Answers the address of the person's first account, asking them to connect the wallet. */
  connect(provider: Web3Provider): Promise<string>;
  /** Has the wallet sign a text for the address. */
  sign(provider: Web3Provider, address: string, message: string): Promise<string>;
}

/** The module that holds the components; the Clerk object imports it at the first mount. */
export interface UiModule {
  createUi(host: UiHost): UiControls;
}

/** What the server is told of the security check. */
export interface CaptchaAnswer {
  captchaToken?: string;
  /** Why there is no token. */
  captchaError?: string;
  captchaWidgetType: 'smart' | 'invisible';
}

export interface UiControls {
  mount(name: ComponentName, node: HTMLElement, props: object): Promise<void>;
  unmount(node: HTMLElement): void;
  updateProps(node: HTMLElement, props: object): void;
  open(name: ModalName, props: object): Promise<void>;
  close(name: ModalName): void;
  /** Keeps a notice on the page while one acts as somebody else. */
  showImpersonation(): Promise<void>;
  /** Appearance or texts changed. */
  updateOptions(options: Partial<ClerkOptions>): void;
  /** Does the security check: where the page makes room for it, or in a dialog. */
  solveCaptcha(where: 'page' | 'dialog'): Promise<CaptchaAnswer>;
  /** Does it again and again, unseen, for instances that want that. */
  keepCaptchaHeartbeat(): Promise<void>;
}
