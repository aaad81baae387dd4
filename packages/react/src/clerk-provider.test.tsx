// @vitest-environment happy-dom
import { act } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { ClerkLoaded, ClerkLoading, ClerkFailed, ClerkDegraded, ClerkProvider, SignedIn, SignedOut, useAuth, useClerk, useUser } from './index.ts';
import { renderWithClerk } from './testing/render.tsx';
import { createScriptedClerk, PUBLISHABLE_KEY, signedIn } from './testing/scripted-clerk.ts';

const STATUS = (
  <>
    <ClerkLoading>loading</ClerkLoading>
    <ClerkLoaded>loaded</ClerkLoaded>
    <ClerkDegraded> degraded</ClerkDegraded>
    <ClerkFailed>failed</ClerkFailed>
  </>
);

describe('ClerkProvider', () => {
  it('loads the Clerk object once, with what is meant for it', async () => {
    const { calls, container, finishLoading } = await renderWithClerk(STATUS, { signInUrl: '/sign-in', nonce: 'x' });
    expect(container.textContent).toBe('loading');
    await act(async () => finishLoading());
    expect(container.textContent).toBe('loaded');
    const loads = calls.filter(([method]) => method === 'load');
    expect(loads).toEqual([['load', { signInUrl: '/sign-in', sdkMetadata: { name: '@foyer/react', version: '0.1.0' } }]]);
  });

  it('follows the status', async () => {
    const { container, finishLoading, setStatus } = await renderWithClerk(STATUS);
    await act(async () => finishLoading());
    await act(async () => setStatus('degraded'));
    expect(container.textContent).toBe('loaded degraded');
  });

  it('shows a failure and keeps the page alive', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { container, failLoading } = await renderWithClerk(STATUS);
    await act(async () => failLoading(new Error('no network')));
    expect(container.textContent).toBe('failed');
    expect(log).toHaveBeenCalledWith('Foyer could not be loaded.', expect.objectContaining({ message: 'no network' }));
    log.mockRestore();
  });

  it('does what was asked before the Clerk object was there, in order', async () => {
    let clerk: ReturnType<typeof useClerk> | undefined;
    const Grab = () => ((clerk = useClerk()), null);
    const { calls, finishLoading } = await renderWithClerk(<Grab />);
    const signedOut = clerk?.signOut({ redirectUrl: '/bye' });
    clerk?.openSignUp({});
    clerk?.openSignIn({});
    clerk?.closeSignUp();
    expect(clerk?.loaded).toBe(false);
    expect(clerk?.publishableKey).toBe(PUBLISHABLE_KEY);
    expect(clerk?.buildSignInUrl()).toBe('');
    await act(async () => finishLoading());
    await signedOut;
    expect(calls.slice(1)).toEqual([['openSignIn', {}], ['signOut', { redirectUrl: '/bye' }]]);
    expect(clerk?.loaded).toBe(true);
  });

  it('hands out the same methods before and after', async () => {
    const seen = new Set<unknown>();
    const Grab = () => (seen.add(useClerk().signOut), null);
    const { finishLoading, emit } = await renderWithClerk(<Grab />);
    await act(async () => finishLoading());
    await act(async () => emit(signedIn()));
    expect(seen.size).toBe(1);
  });

  it('tells early listeners what happens', async () => {
    let clerk: ReturnType<typeof useClerk> | undefined;
    const Grab = () => ((clerk = useClerk()), null);
    const { finishLoading, emit } = await renderWithClerk(<Grab />);
    const heard: unknown[] = [];
    const stop = clerk?.addListener(({ user }) => heard.push(user?.id ?? null));
    await act(async () => finishLoading());
    await act(async () => emit(signedIn()));
    stop?.();
    await act(async () => emit({ user: null }));
    expect(heard).toEqual([null, 'user_1']);
  });

  it('lets all handlers of the status go at once', async () => {
    let clerk: ReturnType<typeof useClerk> | undefined;
    const Grab = () => ((clerk = useClerk()), null);
    const { finishLoading } = await renderWithClerk(<Grab />);
    const heard: unknown[] = [];
    clerk?.on('status', (status) => heard.push(status), { notify: true });
    clerk?.off('status');
    await act(async () => finishLoading());
    expect(heard).toEqual(['loading']);
  });

  it('passes a changed appearance on', async () => {
    const { calls, finishLoading, rerender } = await renderWithClerk(STATUS);
    await act(async () => finishLoading());
    const appearance = { variables: { colorPrimary: 'teal' } };
    const given = createScriptedClerk().clerk;
    await rerender(STATUS, { appearance, Clerk: given });
    expect(calls.at(-1)).toEqual(['__unstable__updateProps', { appearance, options: { appearance } }]);
    const before = calls.length;
    await rerender(STATUS, { appearance: { variables: { colorPrimary: 'teal' } }, Clerk: given });
    expect(calls.slice(before)).toEqual([]);
  });

  it('passes on where things lead, and asks the router that the app has now', async () => {
    const went: string[] = [];
    const routed = (by: string) => ({ signInUrl: `/${by}`, routerPush: (to: string) => went.push(`${by} ${to}`) });
    const { clerk, calls, finishLoading, rerender } = await renderWithClerk(STATUS, routed('first'));
    const [, options] = calls.find(([method]) => method === 'load') as [string, ReturnType<typeof routed>];
    await act(async () => finishLoading());
    await rerender(STATUS, { ...routed('second'), Clerk: clerk });
    expect(calls.at(-1)).toEqual(['__unstable__updateProps', { appearance: undefined, options: { signInUrl: '/second' } }]);
    options.routerPush('/there');
    expect(went).toEqual(['second /there']);
  });

  it('leaves no listener behind, however often it is mounted', async () => {
    const { clerk, finishLoading, listening, rerender, unmount } = await renderWithClerk(STATUS);
    await act(async () => finishLoading());
    await rerender(STATUS, { Clerk: clerk });
    expect(listening()).toBe(2);
    await unmount();
    expect(listening()).toBe(0);
  });

  it('refuses a wrong key, a second provider and hooks outside', () => {
    const Orphan = () => useUser().isLoaded;
    expect(() => renderToString(<ClerkProvider publishableKey="nonsense" />)).toThrow(/not a publishable key/);
    expect(() => renderToString(<ClerkProvider publishableKey={PUBLISHABLE_KEY}><ClerkProvider publishableKey={PUBLISHABLE_KEY} /></ClerkProvider>)).toThrow(/inside another one/);
    expect(() => renderToString(<Orphan />)).toThrow('useUser() can only be used inside <ClerkProvider>');
  });
});

describe('on a server', () => {
  const Who = () => <SignedIn>{useAuth().userId}</SignedIn>;

  it('knows nothing by itself', () => {
    expect(renderToString(<ClerkProvider publishableKey={PUBLISHABLE_KEY}>{STATUS}<Who /><SignedOut>out</SignedOut></ClerkProvider>)).toBe('loading');
  });

  it('believes the initial state', () => {
    const provider = (initialState: object) => <ClerkProvider publishableKey={PUBLISHABLE_KEY} initialState={initialState}><Who /><SignedOut>out</SignedOut></ClerkProvider>;
    expect(renderToString(provider({ userId: 'user_9', sessionId: 'sess_9' }))).toBe('user_9');
    expect(renderToString(provider({ userId: null, sessionId: null }))).toBe('out');
  });
});
