import { AuthCookies } from '../core/auth-cookies.ts';
import { cookieSuffix } from '../core/cookie-suffix.ts';
import { DevBrowser } from '../core/dev-browser.ts';
import { is4xxError, isNetworkError } from '../core/error-guards.ts';
import { ClerkRuntimeError } from '../core/errors.ts';
import { retry, sleep } from '../core/retry.ts';
import type { ClientJSON } from '../resources/client.ts';
import { Environment } from '../resources/environment.ts';
import type { ClerkOptions } from '../types/clerk.ts';
import type { SignedInSessionResource } from '../types/session.ts';
import { fapiInitiatedRedirect } from './fapi-redirects.ts';
import { leaveForPrimary, returnToSatellite } from './satellite.ts';
import { watchSession } from './session-activity.ts';
import { ClerkSessions } from './sessions.ts';
import { clientFromToken, fetchClient, fetchEnvironment } from './start-up.ts';
import { removePageParams } from './urls.ts';

/** Parameters that redirects bring along and that are of no use once they have been read. */
const TRANSIENT_PARAMS = ['__clerk_synced', 'suffixed_cookies', '__clerk_handshake', '__clerk_handshake_nonce', '__clerk_help', '__netlify_clerk_cb'];

/** Starting up. The fifth layer of the Clerk object. */
export abstract class ClerkLoading extends ClerkSessions {
  #loading: Promise<void> | undefined;

  /**
   * Learns about the instance and who is signed in. Docs: reference/javascript/clerk#load.
   * @throws {ClerkAPIResponseError | ClerkRuntimeError} when that fails; `status` is then `error`, and it can be tried again
   */
  load(options?: ClerkOptions): Promise<void> {
    if (options) this.options = { ...this.options, ...options };
    if (options?.sdkMetadata) this.sdkMetadata = options.sdkMetadata;
    this.#loading ??= this.start().catch((error: unknown) => {
      this.#loading = undefined;
      this.setStatus('error');
      throw error;
    });
    return this.#loading;
  }

  private async start(): Promise<void> {
    this.setStatus('loading');
    if (this.isStandardBrowser) {
      this.prefetchComponents();
      await this.readCookies();
      const elsewhere = leaveForPrimary(this, this.cookies, this.options.signInUrl);
      if (elsewhere) return this.navigateAway(elsewhere);
      const satellite = returnToSatellite(this);
      if (satellite) return this.answerSatellite(satellite);
    }
    const [environment, client] = await Promise.all([this.loadEnvironment(), this.loadClient()]);
    this.takeClient(client.json);
    // The token that the cookie remembered may be long over: the next one who asks gets a new one.
    if (!client.fresh) this.host.tokens.clear();
    this.showSession(this.initialSession());

    const next = this.isStandardBrowser ? fapiInitiatedRedirect(this.connection) : null;
    if (next) return this.navigateAway(new URL(this.buildUrlWithAuth(next.href)));
    if (this.isStandardBrowser) {
      removePageParams(TRANSIENT_PARAMS);
      this.watch();
    }
    const isFresh = environment.fresh && client.fresh;
    this.setStatus(isFresh ? 'ready' : 'degraded');
    this.emitResources();
    if (!isFresh) this.recover().catch(console.error);
  }

  /** Begun with what this browser remembers: asks again, ever more rarely, until the server answers. */
  private async recover(): Promise<void> {
    const askAgain = async () => {
      const [environment, client] = await Promise.all([this.loadEnvironment(), this.loadClient()]);
      if (!environment.fresh || !client.fresh) throw new ClerkRuntimeError('The server does not answer yet.', { code: 'network_error' });
      return client;
    };
    await sleep(3000);
    const { json } = await retry(askAgain, { attempts: Infinity, firstDelay: 3000, maxDelay: 60_000, shouldRetry: (error) => !is4xxError(error) });
    this.takeClient(json);
    this.setStatus('ready');
  }

  private async readCookies(): Promise<void> {
    this.cookies = new AuthCookies(await cookieSuffix(this.publishableKey));
    if (!this.connection.needsDevBrowser) return;
    this.devBrowser ??= new DevBrowser(this.cookies, this.fapi);
    this.devBrowser.takeFromAddress();
  }

  /** The satellite learns who is signed in by the name of this browser. */
  private async answerSatellite(url: URL): Promise<void> {
    if (this.devBrowser && !this.devBrowser.id) await this.devBrowser.renew();
    this.navigateAway(new URL(this.buildUrlWithAuth(url.href)));
  }

  private async loadEnvironment(): Promise<{ fresh: boolean }> {
    const development = this.isStandardBrowser && this.connection.needsDevBrowser;
    const { json, fresh } = await fetchEnvironment(this.send, this.publishableKey, development);
    this.environment = new Environment(this.host, json);
    return { fresh };
  }

  private async loadClient(): Promise<{ json: ClientJSON | null; fresh: boolean }> {
    const { devBrowser } = this;
    if (devBrowser && !devBrowser.id) {
      await devBrowser.renew();
      // Nobody can have signed in with an identity this young: asking would cost a round trip.
      return { json: null, fresh: true };
    }
    try {
      return { json: await fetchClient(this.send, devBrowser && (() => devBrowser.renew())), fresh: true };
    } catch (error) {
      const json = is4xxError(error) ? null : clientFromToken(this.cookies?.session.read());
      if (!json) throw error;
      return { json, fresh: false };
    }
  }

  private initialSession(): SignedInSessionResource | null {
    const { client } = this;
    if (!client) return null;
    if (this.options.selectInitialSession) return this.options.selectInitialSession(client);
    return this.findSession(client.lastActiveSessionId) ?? client.signedInSessions[0] ?? null;
  }

  /** Another tab signed in, and so this one is, unless it has found out by itself. */
  private async followSignIn(): Promise<void> {
    if (this.session !== null) return;
    try {
      await this.client?.fetch();
    } catch (error) {
      // Offline: the next page will know.
      if (isNetworkError(error)) return;
      throw error;
    }
    const session = this.initialSession();
    if (this.session === null && session) await this.setActive({ session });
  }

  private watch(): void {
    this.tellOtherTabs = watchSession({
      publishableKey: this.publishableKey,
      session: () => this.session,
      check: () => this.handleUnauthenticated(),
      follow: () => this.followSignIn(),
      onFocus: (session) => this.showSession(session),
      polling: this.options.polling ?? true,
      touch: this.options.touchSession ?? true,
    });
    if (this.environment?.displayConfig.captchaHeartbeat) this.keepCaptchaHeartbeat().catch(console.error);
    this.addListener(({ session }) => {
      if (session?.actor) this.showImpersonation().catch(console.error);
    });
  }
}
