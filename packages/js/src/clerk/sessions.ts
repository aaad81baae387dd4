import { isNetworkError } from '../core/error-guards.ts';
import { ClerkRuntimeError } from '../core/errors.ts';
import type { Token } from '../resources/token.ts';
import type { SetActiveParams, SignOutCallback, SignOutOptions } from '../types/navigation.ts';
import type { OrganizationResource } from '../types/organization.ts';
import type { SessionResource, SignedInSessionResource } from '../types/session.ts';
import { ClerkComponents } from './components.ts';
import { afterSetActive, beforeSetActive } from './framework-hooks.ts';
import type { TabNews } from './session-activity.ts';

/** Who is signed in here. The fourth layer of the Clerk object. */
export abstract class ClerkSessions extends ClerkComponents {
  protected tellOtherTabs: (news: TabNews) => void = () => undefined;

  /**
   * Makes a session, and within it an organization, the active one. Docs: reference/javascript/clerk#set-active.
   * While it navigates, session and user are `undefined`, so that the page left behind does not show the new ones.
   */
  async setActive({ session, organization, beforeEmit, redirectUrl, navigate }: SetActiveParams): Promise<void> {
    if (!this.client) throw new ClerkRuntimeError('setActive() needs a Clerk object that has been loaded.', { code: 'not_loaded' });
    if (session === undefined && !this.session) {
      const message = 'setActive() needs a session, as there is no active one.';
      throw new ClerkRuntimeError(message, { code: 'session_missing' });
    }
    let next = session === undefined ? this.findSession(this.session?.id) : this.findSession(typeof session === 'string' ? session : session?.id);
    // Frameworks render the page again on the server; for a pending session it would come out as signed out.
    if (next?.status !== 'pending') await beforeSetActive(session === null ? 'sign-out' : undefined);

    if (next) {
      const signsIn = this.session === null;
      next = await this.takeUp(next, organization);
      // Before any navigation, which may end this page.
      if (signsIn) this.tellOtherTabs('signin');
    } else {
      this.writeSessionCookie(null, null);
    }

    const left = await this.leavesPage(() => this.goOn(next, { beforeEmit, redirectUrl, navigate }));
    if (left) return;
    this.showSession(next);
    this.emitResources();
    // The organization that was still to be chosen may have made it an active one.
    if (next?.status !== 'pending') await afterSetActive();
  }

  /** Docs: reference/javascript/clerk#sign-out. */
  async signOut(callbackOrOptions?: SignOutCallback | SignOutOptions, givenOptions?: SignOutOptions): Promise<void> {
    const callback = typeof callbackOrOptions === 'function' ? callbackOrOptions : undefined;
    const { sessionId, redirectUrl } = (callback ? givenOptions : (callbackOrOptions as SignOutOptions)) ?? {};
    const { client } = this;
    if (!client || client.sessions.length === 0) return;

    const others = client.signedInSessions.filter(({ id }) => id !== sessionId);
    if (sessionId && others.length > 0) {
      const isCurrent = this.session?.id === sessionId;
      await client.sessions.find(({ id }) => id === sessionId)?.remove();
      if (isCurrent) await this.showSignedOut(callback, redirectUrl ?? this.buildAfterMultiSessionSingleSignOutUrl());
      return;
    }
    await beforeSetActive('sign-out');
    await (this.options.experimental?.['persistClient'] === false ? client.destroy() : client.removeSessions());
    this.tellOtherTabs('signout');
    await this.showSignedOut(callback, redirectUrl ?? this.buildAfterSignOutUrl());
  }

  /**
   * The server refused this session: reads the client again, and signs out here if the session is over.
   * `broadcast` tells the other tabs of that, which would find out by themselves later.
   */
  async handleUnauthenticated({ broadcast = false }: { broadcast?: boolean } = {}): Promise<unknown> {
    const { session, client } = this;
    if (!session || !client || this.isChecking) return;
    this.isChecking = true;
    try {
      await client.fetch();
    } catch (error) {
      // Refused even the client: this browser can no longer prove who is signed in. Offline says nothing, though.
      if (isNetworkError(error)) return;
      this.session = null;
    } finally {
      this.isChecking = false;
    }
    if (this.session !== null) return;
    if (broadcast) this.tellOtherTabs('signout');
    await this.setActive({ session: null });
  }

  private isChecking = false;

  private async showSignedOut(callback: SignOutCallback | undefined, redirectUrl: string): Promise<void> {
    this.writeSessionCookie(null, null);
    this.showNothing();
    const left = await this.leavesPage(() => (callback ? callback() : this.navigate(redirectUrl)));
    if (left) return;
    this.showSession(null);
    this.emitResources();
    await afterSetActive();
  }

  /** Tells the server which session and organization are used now, and gets the token for them. */
  private async takeUp(session: SignedInSessionResource, organization: SetActiveParams['organization']): Promise<SignedInSessionResource | null> {
    const before = session.lastActiveOrganizationId;
    if (organization !== undefined) session.lastActiveOrganizationId = resolveOrganization(session, organization);
    try {
      if (this.options.touchSession ?? true) await session.touch();
    } catch (error) {
      session.lastActiveOrganizationId = before;
      throw error;
    }
    const fresh = this.findSession(session.id);
    await fresh?.getToken();
    // Before any navigation: the page that comes next is rendered by it.
    this.writeSessionCookie(fresh, (fresh?.lastActiveToken as Token | null) ?? null);
    return fresh;
  }

  /** Navigates as the caller wishes, first to what the session still needs. */
  private async goOn(session: SignedInSessionResource | null, how: Pick<SetActiveParams, 'beforeEmit' | 'redirectUrl' | 'navigate'>): Promise<void> {
    const { beforeEmit, redirectUrl, navigate } = how;
    if (!beforeEmit && !redirectUrl && !navigate) return;
    this.showNothing();
    await beforeEmit?.(session);
    if (session && navigate) await navigate({ session });
    else if (session?.currentTask && redirectUrl) await this.navigate(this.taskUrl(session.currentTask, { redirectUrl }));
    else if (redirectUrl) await this.navigate(this.buildUrlWithAuth(redirectUrl));
  }

  private showNothing(): void {
    this.session = undefined;
    this.user = undefined;
    this.organization = undefined;
    this.emitResources();
  }

  protected onClientChange(): void {
    if (!this.client || !this.devBrowser) return;
    const { signedInSessions, updatedAt } = this.client;
    const uat = signedInSessions.length > 0 ? Math.floor((updatedAt?.getTime() ?? Date.now()) / 1000) : 0;
    if (this.cookies && this.cookies.clientUat.read() !== String(uat)) this.cookies.clientUat.write(String(uat));
  }

  protected onToken(session: SessionResource | null, token: Token | null): void {
    if (!this.cookies || (session && session.id !== this.session?.id)) return;
    // A tab in the background with another session or organization must not overrule the one in use.
    if (!document.hasFocus() && !this.cookies.isActiveContext(session?.id, session?.lastActiveOrganizationId)) return;
    this.writeSessionCookie(session, token);
  }

  private writeSessionCookie(session: SessionResource | null, token: Token | null): void {
    this.cookies?.writeActiveContext(session?.id, session?.lastActiveOrganizationId);
    if (token) this.cookies?.session.write(token.getRawString());
    else this.cookies?.session.remove();
  }
}

/** By resource, id or slug; `null` is the personal account. What is not known here, the server knows or refuses. */
function resolveOrganization(session: SignedInSessionResource, organization: OrganizationResource | string | null): string | null {
  if (organization === null || typeof organization === 'object') return organization?.id ?? null;
  const memberships = session.user?.organizationMemberships ?? [];
  const match = memberships.find(({ organization: { id, slug } }) => id === organization || slug === organization);
  return match?.organization.id ?? organization;
}
