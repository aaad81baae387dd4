import type { ClientResource as ClientJSON } from '@foyer/protocol/schemas/resources/client';
import type { ClientResource } from '../types/client.ts';
import type { ActiveSessionResource, SignedInSessionResource } from '../types/session.ts';
import type { LastAuthenticationStrategy } from '../types/strategies.ts';
import type { Params } from '../core/form.ts';
import { Resource, toDate } from './base.ts';
import type { ResourceHost } from './host.ts';
import { Session } from './session.ts';
import { SignIn } from './sign-in.ts';
import { SignUp } from './sign-up.ts';

export type { ClientJSON };

const EIGHT_DAYS = 8 * 24 * 60 * 60 * 1000;

/** This browser or device. Docs: reference/javascript/client. */
export class Client extends Resource<ClientJSON> implements ClientResource {
  pathRoot = '/client';
  override id = '';
  sessions: Session[] = [];
  signIn = new SignIn(this.host, null);
  signUp = new SignUp(this.host, null);
  lastActiveSessionId: string | null = null;
  lastAuthenticationStrategy: LastAuthenticationStrategy | null = null;
  captchaBypass = false;
  cookieExpiresAt: Date | null = null;
  createdAt: Date | null = null;
  updatedAt: Date | null = null;

  constructor(host: ResourceHost, json: ClientJSON | null) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: ClientJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.sessions = json.sessions.map((session) => new Session(this.host, session));
    this.signIn = new SignIn(this.host, json.sign_in);
    this.signUp = new SignUp(this.host, json.sign_up);
    this.lastActiveSessionId = json.last_active_session_id;
    this.lastAuthenticationStrategy = json.last_authentication_strategy as LastAuthenticationStrategy | null;
    this.captchaBypass = json.captcha_bypass;
    this.cookieExpiresAt = toDate(json.cookie_expires_at);
    this.createdAt = toDate(json.created_at);
    this.updatedAt = toDate(json.updated_at);
    return this;
  }

  /** Sessions of people who are signed in, be it with a task still to do. */
  get signedInSessions(): SignedInSessionResource[] {
    return this.sessions.filter(({ status }) => status === 'active' || status === 'pending') as unknown as SignedInSessionResource[];
  }

  /** @deprecated Use `signedInSessions`. */
  get activeSessions(): ActiveSessionResource[] {
    return this.sessions.filter(({ status }) => status === 'active') as unknown as ActiveSessionResource[];
  }

  /** Whether the server knows this client yet. */
  isNew(): boolean {
    return !this.id;
  }

  /** The client is always this browser's own, so no id stands in the path. */
  protected override path(action?: string): string {
    return [this.pathRoot, action].filter(Boolean).join('/');
  }

  /** Reads the client as the server has it. */
  async fetch(): Promise<void> {
    this.host.takeClient(await this.send<ClientJSON | null>({ path: this.pathRoot }));
  }

  create(): Promise<this> {
    return this.mutate('PUT');
  }

  /** Signs out everywhere in this browser and forgets it. */
  async destroy(): Promise<void> {
    this.clearCache();
    await this.send({ method: 'DELETE', path: this.pathRoot });
  }

  /** Signs out everywhere in this browser, and keeps the client. */
  removeSessions(): Promise<this> {
    this.clearCache();
    return this.mutate('DELETE', 'sessions');
  }

  /** Forgets an attempt in this browser; the server keeps it until another one begins. */
  resetAttempt(name: 'signIn' | 'signUp'): void {
    if (name === 'signIn') this.signIn = new SignIn(this.host, null);
    else this.signUp = new SignUp(this.host, null);
  }

  clearCache(): void {
    this.host.tokens.clear();
  }

  /** Whether FAPI should be visited soon, so that its cookie lives on (Safari keeps script cookies for a week). */
  isEligibleForTouch(): boolean {
    return this.cookieExpiresAt !== null && this.cookieExpiresAt.getTime() - Date.now() <= EIGHT_DAYS;
  }

  /** The visit that renews FAPI's cookie and then leads to `redirectUrl`. */
  buildTouchUrl({ redirectUrl }: { redirectUrl: URL }): string {
    return this.host.buildFapiUrl('/client/touch', { redirect_url: redirectUrl.href });
  }

  /** Tells the server that a person is at this browser. */
  async __internal_sendCaptchaToken(params: unknown): Promise<this> {
    await this.send({ method: 'POST', path: '/client/verify', body: params as Params });
    return this;
  }

  private async mutate(method: 'PUT' | 'DELETE', action?: string): Promise<this> {
    return this.fromJSON(await this.send<ClientJSON | null>({ method, path: this.path(action) }));
  }
}
