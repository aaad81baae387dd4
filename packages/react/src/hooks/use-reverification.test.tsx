// @vitest-environment happy-dom
import { ClerkAPIResponseError } from '@foyer/js/errors';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { isClerkRuntimeError, isReverificationCancelledError } from '../errors.ts';
import { renderWithClerk, type Rendered } from '../testing/render.tsx';
import { useReverification, type UseReverificationOptions } from './use-reverification.ts';

const REFUSAL = new ClerkAPIResponseError('no', { status: 403, data: [{ code: 'session_reverification_required', message: 'no' }] });
const hint = (reverification?: unknown) => ({ clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification } } });

async function wrap(fetcher: () => Promise<unknown>, options?: UseReverificationOptions): Promise<Rendered & { call: () => Promise<unknown> }> {
  let call: (() => Promise<unknown>) | undefined;
  const Call = () => ((call = useReverification(fetcher, options)), null);
  const page = await renderWithClerk(<Call />);
  await act(async () => page.finishLoading());
  if (!call) throw new Error('The hook has not run.');
  return { ...page, call };
}

/** What the dialog was told, once it is open. */
async function opened(page: Rendered): Promise<{ level?: string; afterVerification: () => void; afterVerificationCancelled: () => void }> {
  await vi.waitFor(() => expect(page.calls.at(-1)?.[0]).toBe('__internal_openReverification'));
  return page.calls.at(-1)?.[1] as Awaited<ReturnType<typeof opened>>;
}

describe('useReverification', () => {
  it('lets what is allowed pass', async () => {
    const page = await wrap(() => Promise.resolve(Response.json({ amount: 7 })));
    expect(await page.call()).toEqual({ amount: 7 });
  });

  it.each([
    ['our API refuses', () => Promise.reject(REFUSAL), undefined],
    ['a server answers with a hint', () => Promise.resolve(Response.json(hint('strict_mfa'), { status: 403 })), 'multi_factor'],
    ['a server action returns one', () => Promise.resolve(hint({ level: 'first_factor', afterMinutes: 5 })), 'first_factor'],
  ])('asks and tries again when %s', async (_what, refuse, level) => {
    const fetcher = vi.fn<() => Promise<unknown>>().mockImplementationOnce(refuse).mockResolvedValueOnce('done');
    const page = await wrap(fetcher);
    const result = page.call();
    const dialog = await opened(page);
    expect(dialog.level).toBe(level);
    dialog.afterVerification();
    expect(await result).toBe('done');
    expect(fetcher).toHaveBeenCalledTimes(2);
  });

  it('rejects when the person cancels', async () => {
    const page = await wrap(() => Promise.reject(REFUSAL));
    const failure = page.call().catch((error: unknown) => error);
    (await opened(page)).afterVerificationCancelled();
    const error = await failure;
    expect([isClerkRuntimeError(error), isReverificationCancelledError(error)]).toEqual([true, true]);
  });

  it('leaves the asking to the application, if it wants that', async () => {
    const fetcher = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(REFUSAL).mockResolvedValueOnce('done');
    const page = await wrap(fetcher, { onNeedsReverification: ({ complete }) => complete() });
    expect(await page.call()).toBe('done');
    expect(page.calls.some(([method]) => method === '__internal_openReverification')).toBe(false);
  });

  it('does not swallow other errors', async () => {
    const page = await wrap(() => Promise.reject(new Error('disk full')));
    await expect(page.call()).rejects.toThrow('disk full');
  });
});
