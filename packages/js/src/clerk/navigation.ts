import type { BuildUrlWithAuthParams } from '../types/clerk.ts';
import type { NavigateOptions, RedirectOptions, SignInRedirectOptions, SignUpRedirectOptions, TasksRedirectOptions } from '../types/navigation.ts';
import type { SessionTask } from '../types/session.ts';
import { defaultAllowedOrigins, isAllowedProtocol, isAllowedRedirect } from './allowed-redirects.ts';
import { afterUrl, forwardedRedirects, redirectsInSearch } from './redirect-urls.ts';
import { ClerkState } from './state.ts';
import { pageParams, stripOrigin, toUrl, withHashParams } from './urls.ts';

type UrlSetting = 'signInUrl' | 'signUpUrl' | 'waitlistUrl';
type DisplayUrl = UrlSetting | 'homeUrl' | 'userProfileUrl' | 'createOrganizationUrl' | 'organizationProfileUrl' | 'afterSignOutOneUrl';

/** Where things are, and how to get there. The second layer of the Clerk object. */
export abstract class ClerkNavigation extends ClerkState {
  private isLeaving = false;

  /** Goes to a URL: through the app's router when it is one of its pages. */
  async navigate(to?: string, options?: NavigateOptions): Promise<unknown> {
    if (!to) return;
    let url = toUrl(to);
    if (!isAllowedProtocol(url, this.options.allowedRedirectProtocols)) {
      console.warn(`Foyer: ${url.protocol} is not a protocol to navigate to. Name it in the allowedRedirectProtocols of load().`);
      url = toUrl('/');
    }
    const { routerPush, routerReplace } = this.options;
    const router = options?.replace && routerReplace ? routerReplace : routerPush;
    if (url.origin !== window.location.origin || !router) return this.navigateAway(url);
    return router(stripOrigin(url), { windowNavigate: (target) => this.navigateAway(toUrl(target)) });
  }

  /** Leaves by the browser itself. */
  protected navigateAway(url: URL): void {
    // The rest of this page's life is no use to anyone; what would be drawn would only flash.
    this.isLeaving = withoutHash(url) !== withoutHash(new URL(window.location.href));
    window.location.href = url.href;
  }

  /** Runs something that may leave the page. @returns whether it does */
  protected async leavesPage(action: () => unknown): Promise<boolean> {
    this.isLeaving = false;
    const onLeave = () => { this.isLeaving = true; };
    window.addEventListener('beforeunload', onLeave);
    await action();
    window.removeEventListener('beforeunload', onLeave);
    return this.isLeaving;
  }

  /** Absolute URL. On another origin, in development, it names this browser, which has no cookies there. */
  buildUrlWithAuth(to: string, { useQueryParam = true }: BuildUrlWithAuthParams = {}): string {
    const url = toUrl(to);
    if (url.origin === window.location.origin || !this.devBrowser || useQueryParam === false) return url.href;
    return this.devBrowser.decorate(url).href;
  }

  buildSignInUrl(options: SignInRedirectOptions = {}): string {
    return this.buildFlowUrl('signInUrl', options);
  }

  buildSignUpUrl(options: SignUpRedirectOptions = {}): string {
    if (this.signsUpAtSignIn) return this.buildFlowUrl('signInUrl', options, 'create');
    return this.buildFlowUrl('signUpUrl', options);
  }

  buildWaitlistUrl(options: { initialValues?: Record<string, string> } = {}): string {
    return this.buildUrlWithAuth(withHashParams(this.pageUrl('waitlistUrl'), options.initialValues ?? {}));
  }

  buildHomeUrl(): string {
    return this.buildUrlWithAuth(this.pageUrl('homeUrl'));
  }

  buildUserProfileUrl(): string {
    return this.buildUrlWithAuth(this.pageUrl('userProfileUrl'));
  }

  buildCreateOrganizationUrl(): string {
    return this.buildUrlWithAuth(this.pageUrl('createOrganizationUrl'));
  }

  buildOrganizationProfileUrl(): string {
    return this.buildUrlWithAuth(this.pageUrl('organizationProfileUrl'));
  }

  /** The page of a session's open task; empty without one. */
  buildTasksUrl(options: TasksRedirectOptions = {}): string {
    const task = this.session?.currentTask;
    return task ? this.taskUrl(task, options) : '';
  }

  buildAfterSignInUrl({ params }: { params?: URLSearchParams } = {}): string {
    return this.afterFlowUrl('signIn', {}, params);
  }

  buildAfterSignUpUrl({ params }: { params?: URLSearchParams } = {}): string {
    return this.afterFlowUrl('signUp', {}, params);
  }

  buildAfterSignOutUrl(): string {
    return this.buildUrlWithAuth(this.options.afterSignOutUrl || '/');
  }

  /** Where to go from an account signed out of while others stay: to the sign-in page, to choose one of those. */
  buildAfterMultiSessionSingleSignOutUrl(): string {
    const { afterMultiSessionSingleSignOutUrl, signInUrl } = this.options;
    const choose = signInUrl && withHashParams(signInUrl, {}, 'choose');
    return this.buildUrlWithAuth(afterMultiSessionSingleSignOutUrl || choose || this.pageUrl('afterSignOutOneUrl'));
  }

  buildNewSubscriptionRedirectUrl(): string {
    const url = this.options.newSubscriptionRedirectUrl;
    return url ? this.buildUrlWithAuth(url) : this.buildAfterSignInUrl();
  }

  redirectWithAuth(to: string): Promise<unknown> {
    return this.navigate(this.buildUrlWithAuth(to));
  }

  redirectToSignIn(options: SignInRedirectOptions = {}): Promise<unknown> {
    return this.navigate(this.buildSignInUrl(comingBack(options)));
  }

  redirectToSignUp(options: SignUpRedirectOptions = {}): Promise<unknown> {
    return this.navigate(this.buildSignUpUrl(comingBack(options)));
  }

  redirectToTasks(options: TasksRedirectOptions = {}): Promise<unknown> {
    return this.navigate(this.buildTasksUrl(options));
  }

  redirectToUserProfile(): Promise<unknown> {
    return this.navigate(this.buildUserProfileUrl());
  }

  redirectToOrganizationProfile(): Promise<unknown> {
    return this.navigate(this.buildOrganizationProfileUrl());
  }

  redirectToCreateOrganization(): Promise<unknown> {
    return this.navigate(this.buildCreateOrganizationUrl());
  }

  redirectToWaitlist(): Promise<unknown> {
    return this.navigate(this.buildWaitlistUrl());
  }

  redirectToAfterSignIn(): Promise<unknown> {
    return this.navigate(this.buildAfterSignInUrl());
  }

  redirectToAfterSignUp(): Promise<unknown> {
    return this.navigate(this.buildAfterSignUpUrl());
  }

  redirectToAfterSignOut(): Promise<unknown> {
    return this.navigate(this.buildAfterSignOutUrl());
  }

  /** Where a finished flow leads, by the address of this page, what its component was given, and the options. */
  protected afterFlowUrl(flow: 'signIn' | 'signUp', props: RedirectOptions = {}, params: URLSearchParams = pageParams()): string {
    const sources = { search: redirectsInSearch(params), props, options: this.options };
    return this.buildUrlWithAuth(afterUrl(flow, sources, (url) => this.isAllowedRedirect(url)));
  }

  protected isAllowedRedirect(url: string): boolean {
    const { allowedRedirectOrigins, allowedRedirectProtocols } = this.options;
    const origins = allowedRedirectOrigins?.length ? allowedRedirectOrigins : defaultAllowedOrigins(this.connection);
    return isAllowedRedirect(url, origins, allowedRedirectProtocols);
  }

  /** One component for both: it lives at the sign-in page. */
  private get signsUpAtSignIn(): boolean {
    return Boolean(this.options.signInUrl && !this.options.signUpUrl);
  }

  /** Where the sign-in and the sign-up live, to be told where the flow is to end. */
  protected homeOf(flow: 'signIn' | 'signUp', redirectUrl?: string): string {
    const atSignIn = flow === 'signIn' || this.signsUpAtSignIn;
    const url = this.pageUrl(atSignIn ? 'signInUrl' : 'signUpUrl');
    return this.buildUrlWithAuth(withHashParams(url, { redirectUrl }, atSignIn && flow === 'signUp' ? 'create' : ''));
  }

  protected taskUrl(task: SessionTask, options: TasksRedirectOptions = {}): string {
    const custom = this.options.taskUrls?.[task.key];
    const redirects = forwardedRedirects(this.options, options);
    const url = custom ? withHashParams(custom, redirects) : withHashParams(this.pageUrl('signInUrl'), redirects, `tasks/${task.key}`);
    return this.buildUrlWithAuth(url);
  }

  /** A page by the option that names it, else where the instance has it. */
  protected pageUrl(name: DisplayUrl): string {
    const option = name in this.options ? this.options[name as UrlSetting] : undefined;
    return option || this.environment?.displayConfig[name] || '/';
  }

  private buildFlowUrl(name: UrlSetting, options: SignInRedirectOptions, path = ''): string {
    if (!this.environment) return '';
    const params = { ...forwardedRedirects(this.options, options), ...options.initialValues };
    return this.buildUrlWithAuth(withHashParams(this.pageUrl(name), params, path));
  }
}

function withoutHash({ origin, pathname, search }: URL): string {
  return origin + pathname + search;
}

/** After signing in one is back on this page, unless something else is wanted. */
function comingBack<Options extends SignInRedirectOptions>(options: Options): Options {
  return { ...options, redirectUrl: options.redirectUrl || window.location.href };
}
