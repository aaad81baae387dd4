import type {
  SessionResource, SessionVerificationResource, SessionVerifyAttemptFirstFactorParams, SessionVerifyAttemptSecondFactorParams,
  SessionVerifyPrepareFirstFactorParams, SessionVerifyPrepareSecondFactorParams,
} from '@foyer/js/types';
import type { Proof } from '../sign-in/proof.ts';

/** A stage of a session's reverification, for the steps that it shares with a sign-in. */
export function reverificationProof(
  session: SessionResource,
  stage: Proof['stage'],
  advance: (verification: SessionVerificationResource) => Promise<unknown>,
): Proof {
  const first = stage === 'first';
  return {
    flow: 'reverification',
    stage,
    id: session.id,
    identifier: null,
    prepare: params =>
      first
        ? session.prepareFirstFactorVerification(params as SessionVerifyPrepareFirstFactorParams)
        : session.prepareSecondFactorVerification(params as SessionVerifyPrepareSecondFactorParams),
    attempt: async params =>
      advance(
        await (first
          ? session.attemptFirstFactorVerification(params as SessionVerifyAttemptFirstFactorParams)
          : session.attemptSecondFactorVerification(params as SessionVerifyAttemptSecondFactorParams)),
      ),
    attemptPasskey: async () => advance(await session.verifyWithPasskey()),
  };
}
