import type { EmailAddressResource as EmailAddressJSON } from '@foyer/protocol/schemas/resources/email-address';
import { createWaiter } from '../core/wait-for.ts';
import type {
  AttemptEmailAddressVerificationParams, EmailAddressResource, PrepareEmailAddressVerificationParams,
} from '../types/identifications.ts';
import type { CreateEmailLinkFlowReturn, StartEmailLinkFlowParams } from '../types/verification.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { IdentificationLink } from './identification-link.ts';
import { Verification } from './verification.ts';

/** Docs: reference/javascript/types/email-address. */
export class EmailAddress extends Resource<Partial<EmailAddressJSON>> implements EmailAddressResource {
  pathRoot = '/me/email_addresses';
  override id = '';
  emailAddress = '';
  matchesSsoConnection = false;
  linkedTo: IdentificationLink[] = [];
  verification = new Verification(this.host, null);

  constructor(host: ResourceHost, json: Partial<EmailAddressJSON>) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: Partial<EmailAddressJSON> | null): this {
    if (!json) return this;
    this.id = json.id ?? '';
    this.emailAddress = json.email_address ?? '';
    this.matchesSsoConnection = json.matches_sso_connection ?? false;
    this.linkedTo = (json.linked_to ?? []).map((link) => new IdentificationLink(this.host, link));
    this.verification = new Verification(this.host, json.verification);
    return this;
  }

  override toString(): string {
    return this.emailAddress;
  }

  /** Adds this address to the signed-in user. */
  create(): Promise<this> {
    return this.post({ emailAddress: this.emailAddress });
  }

  /** Has a code or link sent to the address. */
  prepareVerification(params: PrepareEmailAddressVerificationParams): Promise<this> {
    return this.act('prepare_verification', { ...params });
  }

  attemptVerification({ code }: AttemptEmailAddressVerificationParams): Promise<this> {
    return this.act('attempt_verification', { code });
  }

  /** Sends a link, then waits until it has been followed, here or in another browser. */
  createEmailLinkFlow(): CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, EmailAddressResource> {
    const waiter = createWaiter();
    return {
      startEmailLinkFlow: async ({ redirectUrl }) => {
        await this.prepareVerification({ strategy: 'email_link', redirectUrl });
        return waiter.start(() => this.#reloadUntilSettled());
      },
      cancelEmailLinkFlow: waiter.stop,
    };
  }

  /** Sends the person to their organization's identity provider, then waits until they have come back from it. */
  createEnterpriseSSOLinkFlow(): ReturnType<EmailAddressResource['createEnterpriseSSOLinkFlow']> {
    const waiter = createWaiter();
    return {
      startEnterpriseSSOLinkFlow: async ({ redirectUrl }) => {
        await this.prepareVerification({ strategy: 'enterprise_sso', redirectUrl });
        const destination = this.verification.externalVerificationRedirectURL;
        if (destination) window.location.href = destination.href;
        return waiter.start(() => this.#reloadUntilSettled());
      },
      cancelEnterpriseSSOLinkFlow: waiter.stop,
    };
  }

  destroy(): Promise<void> {
    return this.drop();
  }

  async #reloadUntilSettled(): Promise<this | undefined> {
    await this.reload();
    const { status } = this.verification;
    return status === 'verified' || status === 'expired' ? this : undefined;
  }
}
