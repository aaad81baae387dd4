import type { AttemptFirstFactorParams, AttemptSecondFactorParams, PrepareFirstFactorParams, PrepareSecondFactorParams, SignInResource } from '@foyer/js/types';
import { useScope } from '../../foundation/scope.ts';
import { useAdvance } from './use-advance.ts';

/** What is sent to have a code made, or to show that one has it; which fields there are depends on the strategy. */
export interface ProofParams {
  strategy: string;
  emailAddressId?: string;
  phoneNumberId?: string;
  password?: string;
  code?: string;
}

/** What the steps that prove who one is work on: a sign-in, or the reverification of a session. */
export interface Proof {
  /** Names the texts and classes of the steps. */
  flow: 'signIn' | 'reverification';
  stage: 'first' | 'second';
  /** Tells the codes of this attempt from those of another. */
  id: string | undefined;
  identifier: string | null;
  /** Has a code sent. */
  prepare: (params: ProofParams) => Promise<unknown>;
  /** Proves it, and goes on to what comes next. */
  attempt: (params: ProofParams) => Promise<unknown>;
  attemptPasskey: () => Promise<unknown>;
  /** Goes back to name somebody else, where that is possible. */
  restart?: () => void;
}

/** A stage of a sign-in, for the steps. */
export function useSignInProof(signIn: SignInResource, stage: Proof['stage']): Proof {
  const { router } = useScope();
  const advance = useAdvance();
  const first = stage === 'first';
  return {
    flow: 'signIn',
    stage,
    id: signIn.id,
    identifier: signIn.identifier,
    prepare: params => (first ? signIn.prepareFirstFactor(params as PrepareFirstFactorParams) : signIn.prepareSecondFactor(params as PrepareSecondFactorParams)),
    attempt: async params =>
      advance(await (first ? signIn.attemptFirstFactor(params as AttemptFirstFactorParams) : signIn.attemptSecondFactor(params as AttemptSecondFactorParams))),
    attemptPasskey: async () => advance(await signIn.authenticateWithPasskey()),
    restart: first ? () => router.go('') : undefined,
  };
}
