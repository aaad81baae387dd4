import { useMemo, useRef } from 'react';
import type { LoadedClerk, SessionVerificationLevel } from '@foyer/js/types';
import { ClerkRuntimeError, hasErrorCode } from '@foyer/js/errors';
import { resolveReverification, type ReverificationConfig } from '@foyer/protocol/authorization';
import { createDeferred } from '../clerk/deferred.ts';
import { useClerkState } from '../context.ts';

export interface NeedsReverificationParameters {
  /** The person has not proved who they are: the call rejects. */
  cancel: () => void;
  /** The person has: the call is made again. */
  complete: () => void;
  /** What has to be proved; open when the server did not say. */
  level: SessionVerificationLevel | undefined;
}

export interface UseReverificationOptions {
  /** Shows an interface of one's own instead of the prebuilt dialog. */
  onNeedsReverification?: (parameters: NeedsReverificationParameters) => void;
}

/** May return nothing: `user?.update(…)` while there is no user. */
type Fetcher<Args extends unknown[], Result> = (...args: Args) => Promise<Result> | undefined;
/** A `Response` is read as JSON, and what asks for a reverification never reaches the caller. */
export type ReverificationResult<Result> = Exclude<Awaited<Result> extends Response ? unknown : Awaited<Result>, ReverificationHint>;

interface ReverificationHint {
  clerk_error: { type: 'forbidden'; reason: 'reverification-error'; metadata?: { reverification?: ReverificationConfig } };
}

/**
 * Wraps a call that the server may refuse until the person proves again who they are: then a dialog
 * asks for that, and the call is made once more. Docs: reference/hooks/use-reverification.
 * @returns a function with the arguments of `fetcher`; rejects with the code `reverification_cancelled`
 */
export function useReverification<Args extends unknown[], Result>(
  fetcher: Fetcher<Args, Result>,
  options?: UseReverificationOptions,
): (...args: Args) => Promise<ReverificationResult<Result>> {
  const { clerk } = useClerkState('useReverification()');
  const latest = useRef({ fetcher, options });
  latest.current = { fetcher, options };
  return useMemo(() => async (...args: Args) => {
    const first = await attempt(() => latest.current.fetcher(...args));
    if (!isHint(first)) return first as ReverificationResult<Result>;
    await reverify(clerk, resolveReverification(first.clerk_error.metadata?.reverification)?.level, latest.current.options);
    return (await attempt(() => latest.current.fetcher(...args))) as ReverificationResult<Result>;
  }, [clerk]);
}

/** Our API refuses with an error, an application's own server with a hint in its answer; both become the hint. */
async function attempt(fetcher: () => Promise<unknown> | undefined): Promise<unknown> {
  try {
    const result = await fetcher();
    return result instanceof Response ? await result.json() : result;
  } catch (error) {
    if (!hasErrorCode(error, 'session_reverification_required')) throw error;
    return { clerk_error: { type: 'forbidden', reason: 'reverification-error' } } satisfies ReverificationHint;
  }
}

function isHint(result: unknown): result is ReverificationHint {
  const error = (result as Partial<ReverificationHint> | null | undefined)?.clerk_error;
  return error?.type === 'forbidden' && error.reason === 'reverification-error';
}

function reverify(clerk: LoadedClerk, level: SessionVerificationLevel | undefined, options: UseReverificationOptions | undefined): Promise<void> {
  const { promise, resolve, reject } = createDeferred<void>();
  const complete = () => resolve();
  const cancel = () => reject(new ClerkRuntimeError('The person did not prove again who they are.', { code: 'reverification_cancelled' }));
  if (options?.onNeedsReverification) options.onNeedsReverification({ cancel, complete, level });
  else clerk.__internal_openReverification({ level, afterVerification: complete, afterVerificationCancelled: cancel });
  return promise;
}
