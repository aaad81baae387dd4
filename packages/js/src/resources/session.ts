import { checkAuthorization } from '@foyer/protocol/authorization';
import type { ActClaim } from '@foyer/protocol/claims';
import type { SessionResource as SessionJSON } from '@foyer/protocol/schemas/resources/session';
import { is4xxError } from '../core/error-guards.ts';
import { retry } from '../core/retry.ts';
import { TokenCache } from '../core/token-cache.ts';
import type { CheckAuthorizationParams, GetTokenOptions, PublicUserData, SessionResource, SessionStatus, SessionTask } from '../types/session.ts';
import type { ResourceHost } from './host.ts';
import { parsePublicUserData } from './public-user-data.ts';
import { SessionReverification } from './session-reverification.ts';
import { Token } from './token.ts';
import type { User } from './user.ts';

/** Docs: reference/javascript/session. */
export class Session extends SessionReverification<SessionJSON> implements SessionResource {
  override id = '';
  status: SessionStatus = 'active';
  expireAt = new Date(0);
  abandonAt = new Date(0);
  lastActiveAt = new Date(0);
  lastActiveToken: Token | null = null;
  lastActiveOrganizationId: string | null = null;
  factorVerificationAge: [number, number] | null = null;
  actor: ActClaim | null = null;
  tasks: SessionTask[] | null = null;
  user: User | null = null;
  publicUserData: PublicUserData = parsePublicUserData(null);
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: SessionJSON | null) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: SessionJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.status = json.status;
    this.expireAt = new Date(json.expire_at);
    this.abandonAt = new Date(json.abandon_at);
    this.lastActiveAt = new Date(json.last_active_at);
    this.lastActiveOrganizationId = json.last_active_organization_id;
    this.factorVerificationAge = (json.factor_verification_age as [number, number] | null) ?? null;
    this.actor = (json.actor as ActClaim | null) ?? null;
    this.tasks = (json.tasks as SessionTask[] | null) ?? null;
    this.user = json.user ? this.host.users.read(this.host, json.user) : null;
    this.publicUserData = parsePublicUserData(json.public_user_data);
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    this.lastActiveToken = json.last_active_token ? new Token(json.last_active_token.jwt) : null;
    if (this.lastActiveToken) this.host.tokens.offer(this.tokenKey(), this.lastActiveToken);
    return this;
  }

  /** What the person still has to do before the session becomes active. */
  get currentTask(): SessionTask | undefined {
    return this.tasks?.[0];
  }

  /** Records that the session is in use, and with which organization. */
  async touch(): Promise<this> {
    await this.act('touch', { activeOrganizationId: this.lastActiveOrganizationId });
    this.host.onToken(this, this.lastActiveToken);
    return this;
  }

  end(): Promise<this> {
    this.clearCache();
    return this.act('end');
  }

  remove(): Promise<this> {
    this.clearCache();
    return this.act('remove');
  }

  clearCache(): void {
    this.host.tokens.clear(this.id);
  }

  /** Whether the user has a role, permission, feature or plan, or has recently proved who they are. */
  checkAuthorization(params: CheckAuthorizationParams): boolean {
    const organizationId = this.lastActiveOrganizationId;
    const membership = this.user?.organizationMemberships.find(({ organization }) => organization.id === organizationId);
    const claims = this.lastActiveToken?.claims;
    const facts = {
      userId: this.user?.id,
      orgId: membership?.organization.id,
      orgRole: membership?.role,
      orgPermissions: membership?.permissions,
      factorVerificationAge: this.factorVerificationAge,
      features: claims?.v === 2 ? claims.fea : undefined,
      plans: claims?.v === 2 ? claims.pla : undefined,
    };
    return checkAuthorization(facts, params);
  }

  /**
   * The session token, or one made from a JWT template; `null` without a user. From memory while it is fresh.
   * Failures of network and server are retried for a few minutes.
   * @throws {ClerkAPIResponseError} when the server refuses, unless `throwOnError` is `false`
   */
  getToken({ throwOnError = true, ...options }: GetTokenOptions = {}): Promise<string | null> {
    const token = this.fetchTokenPatiently(options);
    return throwOnError ? token : token.catch(() => '');
  }

  private fetchTokenPatiently(options: GetTokenOptions): Promise<string | null> {
    return retry(() => this.fetchToken(options), {
      attempts: 9,
      firstDelay: 3000,
      maxDelay: 50_000,
      shouldRetry: (error) => !is4xxError(error),
    });
  }

  private async fetchToken({ template, organizationId, leewayInSeconds, skipCache }: GetTokenOptions): Promise<string | null> {
    if (!this.user) return null;
    const { tokens } = this.host;
    const organization = organizationId === undefined ? this.lastActiveOrganizationId : organizationId;
    const key = TokenCache.key(this.id, template, organization);
    const isSessionToken = !template && organization === this.lastActiveOrganizationId;
    const cached = skipCache ? undefined : tokens.get(key, leewayInSeconds);
    const token = await (cached ?? tokens.set(key, this.requestToken(template, organization, skipCache)));
    if (isSessionToken && token.getRawString() !== this.lastActiveToken?.getRawString()) {
      this.lastActiveToken = token;
      this.host.onToken(this, token);
    }
    return token.getRawString() || null;
  }

  private async requestToken(template?: string, organizationId?: string | null, skipCache?: boolean): Promise<Token> {
    const path = this.path(template ? `tokens/${template}` : 'tokens');
    const body = template ? {} : { organizationId };
    const search = skipCache ? { debug: 'skip_cache' } : {};
    const { jwt } = await this.send<{ jwt: string }>({ method: 'POST', path, body, search });
    return new Token(jwt);
  }

  private tokenKey(): string {
    return TokenCache.key(this.id, undefined, this.lastActiveOrganizationId);
  }
}
