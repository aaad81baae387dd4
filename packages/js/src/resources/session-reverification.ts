import { getCredential } from '../core/passkeys.ts';
import { parseOptions, serializeCredential } from '../core/webauthn.ts';
import type { Params } from '../core/form.ts';
import type {
  SessionResource, SessionVerifyAttemptFirstFactorParams, SessionVerifyAttemptSecondFactorParams, SessionVerifyCreateParams,
  SessionVerifyPrepareFirstFactorParams, SessionVerifyPrepareSecondFactorParams,
} from '../types/session.ts';
import { Resource } from './base.ts';
import { SessionVerification, type ReverificationJSON } from './session-verification.ts';

/** The reverification of a session: proving again who one is, before something delicate. */
export abstract class SessionReverification<Json> extends Resource<Json> {
  pathRoot = '/client/sessions';

  startVerification({ level }: SessionVerifyCreateParams): Promise<SessionVerification> {
    return this.verify('verify', { level });
  }

  prepareFirstFactorVerification(params: SessionVerifyPrepareFirstFactorParams): Promise<SessionVerification> {
    return this.verify('verify/prepare_first_factor', { ...params });
  }

  attemptFirstFactorVerification(params: SessionVerifyAttemptFirstFactorParams): Promise<SessionVerification> {
    const body =
      params.strategy === 'passkey'
        ? { ...params, publicKeyCredential: serializeCredential(params.publicKeyCredential) }
        : { ...params };
    return this.verify('verify/attempt_first_factor', body);
  }

  prepareSecondFactorVerification(params: SessionVerifyPrepareSecondFactorParams): Promise<SessionVerification> {
    return this.verify('verify/prepare_second_factor', { ...params });
  }

  attemptSecondFactorVerification(params: SessionVerifyAttemptSecondFactorParams): Promise<SessionVerification> {
    return this.verify('verify/attempt_second_factor', { ...params });
  }

  /** @throws {ClerkWebAuthnError} when the passkey is refused or there is none */
  async verifyWithPasskey(): Promise<SessionVerification> {
    const { firstFactorVerification } = await this.prepareFirstFactorVerification({ strategy: 'passkey' });
    const publicKeyCredential = await getCredential(parseOptions(firstFactorVerification.nonce));
    return this.attemptFirstFactorVerification({ strategy: 'passkey', publicKeyCredential });
  }

  private async verify(action: string, body: Params): Promise<SessionVerification> {
    const json = await this.send<ReverificationJSON>({ method: 'POST', path: this.path(action), body });
    return new SessionVerification(this.host, json, this as unknown as SessionResource);
  }
}
