import { hasErrorCode } from '../core/error-guards.ts';
import { ClerkRuntimeError } from '../core/errors.ts';
import { TokenCache } from '../core/token-cache.ts';
import { web3Provider } from '../core/wallets.ts';
import type { ClientJSON } from '../resources/client.ts';
import type { ResourceHost } from '../resources/host.ts';
import { Organization } from '../resources/organization.ts';
import { UserStore } from '../resources/user-store.ts';
import { parseWaitlist } from '../resources/waitlist.ts';
import type { Clerk as ClerkObject, WaitlistResource, Web3RedirectParams } from '../types/clerk.ts';
import type { ClientResource } from '../types/client.ts';
import type { HandleEmailLinkVerificationParams, HandleOAuthCallbackParams, SetActive } from '../types/navigation.ts';
import type { OrganizationResource } from '../types/organization.ts';
import type { CreateOrganizationParams } from '../types/organization-params.ts';
import type { SignedInSessionResource } from '../types/session.ts';
import type { SignInResource } from '../types/sign-in.ts';
import type { SignUpResource } from '../types/sign-up.ts';
import type { Web3Provider, Web3Strategy } from '../types/strategies.ts';
import { needsCaptcha } from './captcha.ts';
import { handleEmailLinkVerification } from './email-link.ts';
import { ClerkLoading } from './loading.ts';
import { validatePassword } from './passwords.ts';
import { runPopup } from './popup.ts';
import { handleRedirectCallback } from './redirect-callback.ts';
import { pageParams, toUrl } from './urls.ts';
import { enterWithWallet } from './wallet-entry.ts';

type Navigate = (to: string) => Promise<unknown> | void;

/**
 * The Clerk object of a browser: who is signed in, and everything one can do about it.
 * Docs: reference/javascript/clerk. Its layers, from the ground up: state, navigation, components, sessions, loading.
 */
export class Clerk extends ClerkLoading implements ClerkObject {
  /** Finishes what a social or enterprise provider began. Belongs on the page named as `redirectUrl` there. */
  async handleRedirectCallback(params: HandleOAuthCallbackParams = {}, customNavigate?: Navigate): Promise<unknown> {
    const { signIn, signUp } = this.requireClient();
    if (params.reloadResource === 'signIn') await signIn.reload();
    if (params.reloadResource === 'signUp') await signUp.reload();
    return this.finishRedirect(signIn, signUp, params, customNavigate);
  }

  /** Goes on with what `authenticateWithGoogleOneTap` answered. */
  handleGoogleOneTapCallback(
    signInOrUp: SignInResource | SignUpResource,
    params: HandleOAuthCallbackParams = {},
    customNavigate?: Navigate,
  ): Promise<unknown> {
    const { signIn, signUp } = this.requireClient();
    const isSignIn = 'supportedFirstFactors' in signInOrUp;
    return this.finishRedirect(
      isSignIn ? signInOrUp : signIn,
      isSignIn ? signUp : signInOrUp,
      params,
      customNavigate,
    );
  }

  /** @throws {EmailLinkError} when the link that led to this page did not verify */
  async handleEmailLinkVerification(params: HandleEmailLinkVerificationParams, customNavigate?: Navigate): Promise<unknown> {
    return handleEmailLinkVerification({
      client: this.requireClient(),
      search: pageParams(),
      params,
      setActive: this.activateBy(customNavigate),
      navigate: customNavigate ?? this.navigate,
    });
  }

  /** Signs in, or up, with the wallet of the strategy. */
  authenticateWithWeb3({ strategy, ...params }: Web3RedirectParams & { strategy: Web3Strategy }): Promise<void> {
    return this.authenticateWithWallet(web3Provider(strategy), params);
  }

  authenticateWithMetamask(params?: Web3RedirectParams): Promise<void> {
    return this.authenticateWithWallet('metamask', params);
  }

  authenticateWithCoinbaseWallet(params?: Web3RedirectParams): Promise<void> {
    return this.authenticateWithWallet('coinbase_wallet', params);
  }

  authenticateWithOKXWallet(params?: Web3RedirectParams): Promise<void> {
    return this.authenticateWithWallet('okx_wallet', params);
  }

  authenticateWithBase(params?: Web3RedirectParams): Promise<void> {
    return this.authenticateWithWallet('base', params);
  }

  /** Signs in with what Google One Tap gave, or up, for somebody new. */
  async authenticateWithGoogleOneTap({ token, legalAccepted }: { token: string; legalAccepted?: boolean }): Promise<SignInResource | SignUpResource> {
    const { signIn, signUp } = this.requireClient();
    try {
      return await signIn.create({ strategy: 'google_one_tap', token });
    } catch (error) {
      if (!hasErrorCode(error, 'external_account_not_found')) throw error;
      return signUp.create({ strategy: 'google_one_tap', token, legalAccepted });
    }
  }

  /** Makes an organization of the signed-in user; it is not active before `setActive` says so. */
  async createOrganization(params: CreateOrganizationParams): Promise<OrganizationResource> {
    return Organization.create(this.host, params);
  }

  async getOrganization(organizationId: string): Promise<OrganizationResource> {
    return Organization.get(this.host, organizationId);
  }

  async joinWaitlist({ emailAddress }: { emailAddress: string }): Promise<WaitlistResource> {
    return parseWaitlist(await this.send({ method: 'POST', path: '/waitlist', body: { emailAddress } }));
  }

  protected createHost(): ResourceHost {
    return Object.freeze<ResourceHost>({
      send: this.send,
      tokens: new TokenCache(),
      users: new UserStore(),
      clientId: () => this.client?.id,
      takeClient: (json: ClientJSON | null) => this.takeClient(json),
      onToken: this.onToken,
      onAttempt: (name, change) => this.__internal_state.update(name, change),
      resetAttempt: (name) => {
        this.client?.resetAttempt(name);
        this.__internal_state.restart(name);
      },
      setActive: this.setActive,
      buildUrlWithAuth: this.buildUrlWithAuth,
      buildFapiUrl: (path, search) => this.fapi.buildUrl({ path, search }).href,
      navigateAway: this.navigateAway,
      validatePassword: (password, callbacks) => validatePassword(password, this.requireEnvironment().userSettings.passwordSettings, callbacks),
      captchaParams: async (signUp) => (needsCaptcha(this.requireEnvironment(), this.requireClient(), signUp) ? { ...(await this.solveCaptcha()) } : {}),
      runPopup: (popup, params, start) => runPopup(popup, params, this.popupContext(params.redirectUrlComplete), start),
    });
  }

  private popupContext(redirectUrl: string) {
    return {
      callbackUrl: new URL('popup-callback', toUrl(this.requireEnvironment().displayConfig.signInUrl)),
      onSession: (session: string) => this.requireClient().reload().then(() => this.setActive({ session, redirectUrl })),
      onReturn: (url: string) => this.requireClient().reload().then(() => this.navigate(url)),
    };
  }

  private finishRedirect(signIn: SignInResource, signUp: SignUpResource, params: HandleOAuthCallbackParams, customNavigate?: Navigate): Promise<unknown> {
    const task = this.session?.currentTask;
    return handleRedirectCallback({
      params,
      signIn,
      signUp,
      setActive: this.activateBy(customNavigate),
      navigate: customNavigate ?? this.navigate,
      pages: { ...params, signInUrl: params.signInUrl ?? this.homeOf('signIn'), signUpUrl: params.signUpUrl ?? this.homeOf('signUp') },
      afterUrl: (flow) => this.afterFlowUrl(flow, params),
      pendingTaskUrl: () => task && this.taskUrl(task),
    });
  }

  private async authenticateWithWallet(provider: Web3Provider, params: Web3RedirectParams = {}): Promise<void> {
    const { customNavigate, redirectUrl, signUpContinueUrl, secondFactorUrl } = params;
    const { signIn, signUp } = this.requireClient();
    await enterWithWallet(provider, params, {
      signIn,
      signUp,
      pages: {
        signInUrl: this.homeOf('signIn', redirectUrl),
        signUpUrl: this.homeOf('signUp', redirectUrl),
        secondFactorUrl,
        continueSignUpUrl: signUpContinueUrl,
      },
      setActive: this.activateBy(customNavigate),
      navigate: customNavigate ?? this.navigate,
      afterUrl: (flow) => this.afterFlowUrl(flow),
    });
  }

  /** `setActive`, which goes on to its `redirectUrl` in the way that the app wants. */
  private activateBy(customNavigate?: Navigate): SetActive {
    if (!customNavigate) return this.setActive;
    return ({ redirectUrl, ...params }) => {
      if (!redirectUrl) return this.setActive(params);
      const goOn = ({ session: { currentTask } }: { session: SignedInSessionResource }) =>
        customNavigate(currentTask ? this.taskUrl(currentTask, { redirectUrl }) : redirectUrl);
      return this.setActive({ ...params, navigate: goOn });
    };
  }

  private requireClient(): ClientResource {
    if (this.client) return this.client;
    throw new ClerkRuntimeError('This needs a Clerk object that has been loaded: await clerk.load() first.', { code: 'not_loaded' });
  }

  private requireEnvironment() {
    if (this.environment) return this.environment;
    throw new ClerkRuntimeError('This needs a Clerk object that has been loaded: await clerk.load() first.', { code: 'not_loaded' });
  }
}
