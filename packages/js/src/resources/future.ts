/** What the newer sign-in and sign-up objects share. */
import type { FutureResult } from '../types/futures.ts';
import type { ClerkAPIError } from '../types/common.ts';
import { ClerkError, ClerkRuntimeError } from '../core/errors.ts';
import type { ResourceHost } from './host.ts';

export type Settle = (action: () => Promise<unknown>) => Promise<FutureResult>;

/** Makes the function that runs an action and answers its failure instead of throwing it; views hear of both. */
export function createSettle(host: ResourceHost, name: 'signIn' | 'signUp'): Settle {
  return async (action) => {
    host.onAttempt(name, { fetching: true });
    try {
      await action();
      host.onAttempt(name, { fetching: false });
      return { error: null };
    } catch (thrown) {
      const error = toClerkError(thrown);
      host.onAttempt(name, { fetching: false, error });
      return { error };
    }
  };
}

/** Wallets and the like throw errors of their own. */
function toClerkError(thrown: unknown): ClerkError {
  if (thrown instanceof ClerkError) return thrown;
  const { message = String(thrown), code = 'unexpected_error' } = (thrown ?? {}) as { message?: string; code?: string | number };
  return new ClerkRuntimeError(message, { code: String(code), cause: thrown });
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

/** @throws {ClerkRuntimeError} when the attempt has not come to its end: there is no session to make the active one */
export function requireSession(createdSessionId: string | null): string {
  if (createdSessionId) return createdSessionId;
  throw new ClerkRuntimeError('This attempt is not complete, so there is no session yet. Look at its status for what comes next.', { code: 'session_missing' });
}

/** The ticket that the address of this page carries: of an invitation, or a sign-in token. */
export function ticketOfPage(): string {
  return new URL(window.location.href).searchParams.get('__clerk_ticket') ?? '';
}
