/** What the newer sign-in and sign-up objects share. */
import type { FutureResult } from '../types/futures.ts';
import type { ClerkAPIError } from '../types/common.ts';
import { ClerkRuntimeError } from '../core/errors.ts';

/** Runs an action and answers its failure instead of throwing it. */
export async function settle(action: () => Promise<unknown>): Promise<FutureResult> {
  try {
    await action();
    return { error: null };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The first of these factors that the attempt offers. @throws {ClerkRuntimeError} when it offers none */
export function requireFactor<Factor extends { strategy: string }, Strategy extends Factor['strategy']>(
  factors: Factor[] | null,
  strategy: Strategy,
  matches: (factor: Factor) => boolean = () => true,
): Extract<Factor, { strategy: Strategy }> {
  const factor = factors?.find((candidate) => candidate.strategy === strategy && matches(candidate));
  if (factor) return factor as Extract<Factor, { strategy: Strategy }>;
  throw new ClerkRuntimeError(`This attempt does not offer "${strategy}".`, { code: 'factor_not_found' });
}

/** The session that this browser already has for the account, if that is why the attempt stopped. */
export function existingSession(error: ClerkAPIError | null): { sessionId: string } | undefined {
  const sessionId = error?.code === 'identifier_already_signed_in' ? error.meta?.sessionId : undefined;
  return sessionId ? { sessionId } : undefined;
}
