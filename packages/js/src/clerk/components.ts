import { connectWallet, signWithWallet } from '../core/wallets.ts';
import type { ClerkOptions, LoadedClerk } from '../types/clerk.ts';
import type { CaptchaAnswer, ComponentName, ModalName } from '../types/ui.ts';
import { ClerkNavigation } from './navigation.ts';
import { script } from './script.ts';
import { UiLoader, uiUrl } from './ui-loader.ts';

/** What React and others change about components that are on the page. */
interface ComponentUpdate extends Pick<ClerkOptions, 'appearance' | 'localization'> {
  node?: HTMLElement;
  props?: object;
  /** Options of the provider that have changed, or all of them. */
  options?: ClerkOptions;
}

/** The prebuilt components. The third layer of the Clerk object. */
export abstract class ClerkComponents extends ClerkNavigation {
  readonly #ui = new UiLoader(
    () => uiUrl(script.url, this.connection.baseUrl),
    () => {
      if (!this.environment) throw new Error('Components need a Clerk object that has been loaded: await clerk.load() first.');
      const wallets = { connect: connectWallet, sign: signWithWallet };
      const isAllowedRedirect = (url: string) => this.isAllowedRedirect(url);
      return { clerk: this as unknown as LoadedClerk, environment: this.environment, options: this.options, wallets, isAllowedRedirect };
    },
  );

  mountSignIn(node: HTMLElement, props?: object): void { this.mount('SignIn', node, props); }
  unmountSignIn(node: HTMLElement): void { this.unmount(node); }
  mountSignUp(node: HTMLElement, props?: object): void { this.mount('SignUp', node, props); }
  unmountSignUp(node: HTMLElement): void { this.unmount(node); }
  mountUserButton(node: HTMLElement, props?: object): void { this.mount('UserButton', node, props); }
  unmountUserButton(node: HTMLElement): void { this.unmount(node); }
  mountUserProfile(node: HTMLElement, props?: object): void { this.mount('UserProfile', node, props); }
  unmountUserProfile(node: HTMLElement): void { this.unmount(node); }
  mountUserAvatar(node: HTMLElement, props?: object): void { this.mount('UserAvatar', node, props); }
  unmountUserAvatar(node: HTMLElement): void { this.unmount(node); }
  mountWaitlist(node: HTMLElement, props?: object): void { this.mount('Waitlist', node, props); }
  unmountWaitlist(node: HTMLElement): void { this.unmount(node); }
  mountOrganizationSwitcher(node: HTMLElement, props?: object): void { this.mount('OrganizationSwitcher', node, props); }
  unmountOrganizationSwitcher(node: HTMLElement): void { this.unmount(node); }
  mountOrganizationProfile(node: HTMLElement, props?: object): void { this.mount('OrganizationProfile', node, props); }
  unmountOrganizationProfile(node: HTMLElement): void { this.unmount(node); }
  mountOrganizationList(node: HTMLElement, props?: object): void { this.mount('OrganizationList', node, props); }
  unmountOrganizationList(node: HTMLElement): void { this.unmount(node); }
  mountCreateOrganization(node: HTMLElement, props?: object): void { this.mount('CreateOrganization', node, props); }
  unmountCreateOrganization(node: HTMLElement): void { this.unmount(node); }
  mountPricingTable(node: HTMLElement, props?: object): void { this.mount('PricingTable', node, props); }
  unmountPricingTable(node: HTMLElement): void { this.unmount(node); }
  mountTaskChooseOrganization(node: HTMLElement, props?: object): void { this.mount('TaskChooseOrganization', node, props); }
  unmountTaskChooseOrganization(node: HTMLElement): void { this.unmount(node); }
  mountTaskResetPassword(node: HTMLElement, props?: object): void { this.mount('TaskResetPassword', node, props); }
  unmountTaskResetPassword(node: HTMLElement): void { this.unmount(node); }
  mountTaskSetupMFA(node: HTMLElement, props?: object): void { this.mount('TaskSetupMFA', node, props); }
  unmountTaskSetupMFA(node: HTMLElement): void { this.unmount(node); }

  openSignIn(props?: object): void { this.openFlow('SignIn', props); }
  closeSignIn(): void { this.close('SignIn'); }
  openSignUp(props?: object): void { this.openFlow('SignUp', props); }
  closeSignUp(): void { this.close('SignUp'); }
  openUserProfile(props?: object): void { this.open('UserProfile', props); }
  closeUserProfile(): void { this.close('UserProfile'); }
  openOrganizationProfile(props?: object): void { this.open('OrganizationProfile', props); }
  closeOrganizationProfile(): void { this.close('OrganizationProfile'); }
  openCreateOrganization(props?: object): void { this.open('CreateOrganization', props); }
  closeCreateOrganization(): void { this.close('CreateOrganization'); }
  openWaitlist(props?: object): void { this.open('Waitlist', props); }
  closeWaitlist(): void { this.close('Waitlist'); }
  openGoogleOneTap(props?: object): void { this.open('GoogleOneTap', props); }
  closeGoogleOneTap(): void { this.close('GoogleOneTap'); }
  __internal_openReverification(props?: object): void { this.open('UserVerification', props); }
  __internal_closeReverification(): void { this.close('UserVerification'); }

  /** Changes a component on the page, or the options by which all of them look, read and lead on. */
  __unstable__updateProps({ node, props, options, ...looks }: ComponentUpdate): Promise<void> {
    const changed = { ...options, ...looks };
    if (!node) Object.assign(this.options, changed);
    this.#ui.whenLoaded((ui) => (node ? ui.updateProps(node, props ?? {}) : ui.updateOptions(changed)));
    return Promise.resolve();
  }

  /** Fetches the components before they are needed. */
  __internal_preloadComponents(): Promise<void> {
    return this.#ui.load().then(() => undefined);
  }

  /** Has the components at hand when one is shown, unless the page asked for the script without them. */
  protected prefetchComponents(): void {
    if (!script.url?.includes('.headless.')) this.#ui.prefetch();
  }

  /** Does the security check in the page. @returns what goes to the server with a sign-up */
  protected async solveCaptcha(): Promise<CaptchaAnswer> {
    return (await this.#ui.load()).solveCaptcha('page');
  }

  protected async passCaptcha(): Promise<void> {
    const answer = await (await this.#ui.load()).solveCaptcha('dialog');
    await this.client?.__internal_sendCaptchaToken({ ...answer, captchaAction: 'verify' });
  }

  protected async keepCaptchaHeartbeat(): Promise<void> {
    await (await this.#ui.load()).keepCaptchaHeartbeat();
  }

  protected async showImpersonation(): Promise<void> {
    await (await this.#ui.load()).showImpersonation();
  }

  private mount(name: ComponentName, node: HTMLElement, props: object = {}): void {
    this.#ui.load().then((ui) => ui.mount(name, node, props)).catch(report);
  }

  private unmount(node: HTMLElement): void {
    this.#ui.whenLoaded((ui) => ui.unmount(node));
  }

  /** Signing in or up makes no sense for somebody who is signed in, where a browser holds one session. */
  private openFlow(name: 'SignIn' | 'SignUp', props?: object): void {
    if (this.session && this.environment?.isSingleSession()) {
      console.warn(`Foyer: ${name} stays closed, as somebody is signed in already and this instance allows one session at a time.`);
      return;
    }
    this.open(name, props);
  }

  private open(name: ModalName, props: object = {}): void {
    this.#ui.load().then((ui) => ui.open(name, props)).catch(report);
  }

  private close(name: ModalName): void {
    this.#ui.whenLoaded((ui) => ui.close(name));
  }
}

/** Nobody awaits a mount, so what went wrong is said where developers look. */
function report(error: unknown): void {
  console.error(error);
}
