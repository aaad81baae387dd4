import type { PhoneNumberResource as PhoneNumberJSON } from '@foyer/protocol/schemas/resources/phone-number';
import type {
  AttemptPhoneNumberVerificationParams, PhoneNumberResource, SetReservedForSecondFactorParams,
} from '../types/identifications.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { IdentificationLink } from './identification-link.ts';
import { Verification } from './verification.ts';

/** Docs: reference/javascript/types/phone-number. */
export class PhoneNumber extends Resource<Partial<PhoneNumberJSON>> implements PhoneNumberResource {
  pathRoot = '/me/phone_numbers';
  override id = '';
  phoneNumber = '';
  reservedForSecondFactor = false;
  defaultSecondFactor = false;
  linkedTo: IdentificationLink[] = [];
  verification = new Verification(this.host, null);
  backupCodes?: string[];

  constructor(host: ResourceHost, json: Partial<PhoneNumberJSON>) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: Partial<PhoneNumberJSON> | null): this {
    if (!json) return this;
    this.id = json.id ?? '';
    this.phoneNumber = json.phone_number ?? '';
    this.reservedForSecondFactor = json.reserved_for_second_factor ?? false;
    this.defaultSecondFactor = json.default_second_factor ?? false;
    this.linkedTo = (json.linked_to ?? []).map((link) => new IdentificationLink(this.host, link));
    this.verification = new Verification(this.host, json.verification);
    this.backupCodes = json.backup_codes ?? undefined;
    return this;
  }

  override toString(): string {
    return this.phoneNumber;
  }

  /** Adds this number to the signed-in user. */
  create(): Promise<this> {
    return this.post({ phoneNumber: this.phoneNumber });
  }

  /** Has a code sent to the number. */
  prepareVerification(): Promise<this> {
    return this.act('prepare_verification', { strategy: 'phone_code' });
  }

  attemptVerification({ code }: AttemptPhoneNumberVerificationParams): Promise<this> {
    return this.act('attempt_verification', { code });
  }

  /** Uses the number for the second step of signing in, or no longer. */
  setReservedForSecondFactor({ reserved }: SetReservedForSecondFactorParams): Promise<this> {
    return this.patch({ reservedForSecondFactor: reserved });
  }

  makeDefaultSecondFactor(): Promise<this> {
    return this.patch({ defaultSecondFactor: true });
  }

  destroy(): Promise<void> {
    return this.drop();
  }
}
