import type { SessionReverificationResource as ReverificationJSON } from '@foyer/protocol/schemas/resources/reverification';
import { camelCaseKeys } from '../core/case.ts';
import type {
  SessionResource, SessionVerificationFirstFactor, SessionVerificationLevel, SessionVerificationResource,
  SessionVerificationSecondFactor, SessionVerificationStatus,
} from '../types/session.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { Verification } from './verification.ts';

export type { ReverificationJSON };

/** Proving again, within a session, who one is. Docs: reference/javascript/types/session-verification. */
export class SessionVerification extends Resource<ReverificationJSON> implements SessionVerificationResource {
  pathRoot = '';
  status: SessionVerificationStatus = 'needs_first_factor';
  level: SessionVerificationLevel = 'first_factor';
  session: SessionResource;
  supportedFirstFactors: SessionVerificationFirstFactor[] | null = null;
  supportedSecondFactors: SessionVerificationSecondFactor[] | null = null;
  firstFactorVerification = new Verification(this.host, null);
  secondFactorVerification = new Verification(this.host, null);

  constructor(host: ResourceHost, json: ReverificationJSON, session: SessionResource) {
    super(host);
    this.session = session;
    this.fromJSON(json);
  }

  fromJSON(json: ReverificationJSON | null): this {
    if (!json) return this;
    this.status = json.status;
    this.level = json.level;
    this.supportedFirstFactors = camelCaseKeys(json.supported_first_factors) as SessionVerificationFirstFactor[] | null;
    this.supportedSecondFactors = camelCaseKeys(json.supported_second_factors) as SessionVerificationSecondFactor[] | null;
    this.firstFactorVerification = new Verification(this.host, json.first_factor_verification);
    this.secondFactorVerification = new Verification(this.host, json.second_factor_verification);
    return this;
  }
}
