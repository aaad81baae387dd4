import type { ExternalAccountResource as ExternalAccountJSON } from '@foyer/protocol/schemas/resources/external-account';
import type { ExternalAccountResource, ReauthorizeExternalAccountParams } from '../types/identifications.ts';
import type { OAuthProvider } from '../types/strategies.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { Verification } from './verification.ts';

/** An account at a social provider. Docs: reference/javascript/types/external-account. */
export class ExternalAccount extends Resource<Partial<ExternalAccountJSON>> implements ExternalAccountResource {
  pathRoot = '/me/external_accounts';
  override id = '';
  identificationId = '';
  provider = '' as OAuthProvider;
  providerUserId = '';
  emailAddress = '';
  approvedScopes = '';
  firstName = '';
  lastName = '';
  imageUrl = '';
  username = '';
  phoneNumber = '';
  publicMetadata: Record<string, unknown> = {};
  label = '';
  verification: Verification | null = null;

  constructor(host: ResourceHost, json: Partial<ExternalAccountJSON>) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: Partial<ExternalAccountJSON> | null): this {
    if (!json) return this;
    this.id = json.id ?? '';
    this.identificationId = json.identification_id ?? '';
    // The wire may say `oauth_google`; the provider is `google`.
    this.provider = (json.provider ?? '').replace('oauth_', '') as OAuthProvider;
    this.providerUserId = json.provider_user_id ?? '';
    this.emailAddress = json.email_address ?? '';
    this.approvedScopes = json.approved_scopes ?? '';
    this.firstName = json.first_name ?? '';
    this.lastName = json.last_name ?? '';
    this.imageUrl = json.image_url ?? '';
    this.username = json.username ?? '';
    this.phoneNumber = json.phone_number ?? '';
    this.publicMetadata = json.public_metadata ?? {};
    this.label = json.label ?? '';
    this.verification = json.verification ? new Verification(this.host, json.verification) : null;
    return this;
  }

  /** Starts asking the provider for consent again; go on at `verification.externalVerificationRedirectURL`. */
  reauthorize({ additionalScopes, redirectUrl, oidcPrompt, oidcLoginHint }: ReauthorizeExternalAccountParams): Promise<this> {
    return this.act('reauthorize', { additionalScope: additionalScopes, redirectUrl, oidcPrompt, oidcLoginHint }, 'PATCH');
  }

  destroy(): Promise<void> {
    return this.drop();
  }

  providerSlug(): OAuthProvider {
    return this.provider;
  }

  /** What to call the account, e.g. `Google Account`. */
  providerTitle(): string {
    return [titleCase(this.provider), 'Account'].join(' ');
  }

  /** What tells this account from others at the provider. */
  accountIdentifier(): string {
    return this.username || this.emailAddress || this.label;
  }
}

function titleCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
