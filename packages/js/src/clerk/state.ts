import type { AuthCookies } from '../core/auth-cookies.ts';
import { bindMethods } from '../core/bind-methods.ts';
import type { DevBrowser } from '../core/dev-browser.ts';
import { FapiClient, type AfterResponse, type BeforeRequest } from '../core/fapi.ts';
import { createSend, type Send } from '../core/send.ts';
import { PACKAGE_NAME, VERSION } from '../core/version.ts';
import { Client, type ClientJSON } from '../resources/client.ts';
import type { Environment } from '../resources/environment.ts';
import type { ResourceHost } from '../resources/host.ts';
import type { Token } from '../resources/token.ts';
import type { ClerkOptions, ClerkStatus, ListenerCallback, Resources, SDKMetadata, UnsubscribeCallback } from '../types/clerk.ts';
import type { InstanceType } from '../types/common.ts';
import type { OrganizationResource } from '../types/organization.ts';
import type { SessionResource, SignedInSessionResource } from '../types/session.ts';
import type { UserResource } from '../types/user.ts';
import { AttemptState } from './attempt-state.ts';
import { connect, type Connection, type DomainOrProxyUrl } from './connection.ts';
import { Emitter } from './emitter.ts';

/** What the Clerk object knows, and who is told when it changes. The first of its layers. */
export abstract class ClerkState {
  static readonly version = VERSION;
  readonly version = VERSION;
  static sdkMetadata: SDKMetadata = { name: PACKAGE_NAME, version: VERSION };
  readonly telemetry = undefined;

  client: Client | undefined;
  /** `undefined` while unknown or changing, `null` when signed out. */
  session: SignedInSessionResource | null | undefined;
  organization: OrganizationResource | null | undefined;
  user: UserResource | null | undefined;
  status: ClerkStatus = 'loading';

  protected readonly connection: Connection;
  protected readonly fapi: FapiClient;
  protected readonly send: Send;
  protected readonly host: ResourceHost;
  protected options: ClerkOptions = {};
  protected environment: Environment | undefined;
  protected cookies: AuthCookies | undefined;
  protected devBrowser: DevBrowser | undefined;
  /** Followed by React's experimental hooks. */
  readonly __internal_state = new AttemptState(() => this.client);
  protected readonly resourceListeners = new Emitter<Resources>();
  protected readonly statusListeners = new Emitter<ClerkStatus>();

  constructor(publishableKey: string, domainOrProxyUrl?: DomainOrProxyUrl) {
    bindMethods(this);
    this.connection = connect(publishableKey, domainOrProxyUrl);
    this.fapi = new FapiClient({
      baseUrl: () => this.connection.baseUrl,
      sessionId: () => this.session?.id,
      domain: () => (this.isSatellite && this.instanceType === 'development' ? this.domain || undefined : undefined),
    });
    this.send = createSend(this.fapi, {
      onClient: (client) => this.takeClient(client as ClientJSON),
      onUnauthorized: () => this.handleUnauthenticated().then(() => undefined),
      onCaptchaWanted: () => this.passCaptcha(),
    });
    this.host = this.createHost();
  }

  protected abstract createHost(): ResourceHost;
  abstract handleUnauthenticated(): Promise<unknown>;
  /** Shows the server that a person is there. */
  protected abstract passCaptcha(): Promise<void>;

  get publishableKey(): string { return this.connection.publishableKey; }
  get frontendApi(): string { return this.connection.frontendApi; }
  get proxyUrl(): string | undefined { return this.connection.proxyUrl; }
  get domain(): string { return this.connection.domain; }
  get instanceType(): InstanceType { return this.connection.instanceType; }
  get loaded(): boolean { return this.status === 'ready' || this.status === 'degraded'; }
  get isStandardBrowser(): boolean { return this.options.standardBrowser ?? true; }
  get isSatellite(): boolean {
    const { isSatellite } = this.options;
    return typeof isSatellite === 'function' ? isSatellite(new URL(window.location.href)) : (isSatellite ?? false);
  }
  /** Whether somebody is signed in with nothing left to do. */
  get isSignedIn(): boolean { return this.session?.status === 'active'; }
  get sdkMetadata(): SDKMetadata { return ClerkState.sdkMetadata; }
  set sdkMetadata(metadata: SDKMetadata) { ClerkState.sdkMetadata = metadata; }
  get __unstable__environment(): Environment | undefined { return this.environment; }

  __internal_getOption<Key extends keyof ClerkOptions>(key: Key): ClerkOptions[Key] {
    return this.options[key];
  }

  /** Hears now, and at every change, who is signed in. */
  addListener(callback: ListenerCallback): UnsubscribeCallback {
    const stop = this.resourceListeners.add(callback);
    if (this.client && this.loaded) callback(this.resources(this.client));
    return stop;
  }

  /** `notify`: tells the handler the present status as well. */
  on(_event: 'status', handler: (status: ClerkStatus) => void, options?: { notify?: boolean }): void {
    this.statusListeners.add(handler);
    if (options?.notify) handler(this.status);
  }

  /** Without a handler: nobody hears any more. */
  off(_event: 'status', handler?: (status: ClerkStatus) => void): void {
    if (handler) this.statusListeners.remove(handler);
    else this.statusListeners.clear();
  }

  /** Lets native apps and test tools change every request; returning `false` stops it. */
  __unstable__onBeforeRequest(callback: BeforeRequest): void {
    this.fapi.onBeforeRequest(callback);
  }

  __unstable__onAfterResponse(callback: AfterResponse): void {
    this.fapi.onAfterResponse(callback);
  }

  protected setStatus(status: ClerkStatus): void {
    if (this.status === status) return;
    this.status = status;
    this.statusListeners.emit(status);
  }

  /** Takes over the client as the server has it, keeping the active session when it is still there. */
  protected takeClient(json: ClientJSON | null): void {
    if (this.client && json) this.client.fromJSON(json);
    else this.client = new Client(this.host, json);
    if (this.session) this.showSession(this.findSession(this.session.id));
    this.__internal_state.update('signIn');
    this.__internal_state.update('signUp');
    this.onClientChange();
    // Not while it is open which session will be shown: on the way in, and between two of them.
    if (this.session !== undefined) this.emitResources();
  }

  /** Makes this the session that the object shows, with its user and organization. Tells nobody yet. */
  protected showSession(session: SignedInSessionResource | null): void {
    this.session = session;
    this.user = session?.user ?? null;
    const memberships = session?.user?.organizationMemberships ?? [];
    const active = memberships.find(({ organization }) => organization.id === session?.lastActiveOrganizationId);
    this.organization = active?.organization ?? null;
    this.onToken(session, (session?.lastActiveToken as Token | null) ?? null);
  }

  protected findSession(id: string | null | undefined): SignedInSessionResource | null {
    return this.client?.signedInSessions.find((session) => session.id === id) ?? null;
  }

  protected emitResources(): void {
    if (this.client) this.resourceListeners.emit(this.resources(this.client));
  }

  /** Cookies and the like follow the client. */
  protected abstract onClientChange(): void;
  /** The `__session` cookie follows the active session's token. */
  protected abstract onToken(session: SessionResource | null, token: Token | null): void;

  private resources(client: Client): Resources {
    return { client, session: this.session, user: this.user, organization: this.organization };
  }
}
