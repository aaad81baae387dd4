// @vitest-environment happy-dom
import { act, useState } from 'react';
import type { SignUpResource } from '@foyer/js/types';
import { describe, expect, it, vi } from 'vitest';
import { renderHook, type Rendered } from '../testing/render.tsx';
import { signedIn } from '../testing/scripted-clerk.ts';
import { useAuth, useEmailLink, useOrganization, useSession, useSessionList, useSignIn, useSignUp, useUser, type UseAuthReturn } from './index.ts';

async function load(rendered: Rendered, ...args: Parameters<Rendered['finishLoading']>): Promise<void> {
  await act(async () => rendered.finishLoading(...args));
}

/** Without the methods. */
function facts(auth: UseAuthReturn): object {
  return Object.fromEntries(Object.entries(auth).filter(([, value]) => typeof value !== 'function'));
}

describe('useUser and useSession', () => {
  it('go from unknown to nobody to somebody', async () => {
    const hook = await renderHook(() => ({ user: useUser(), session: useSession() }));
    expect(hook.last().user).toEqual({ isLoaded: false, isSignedIn: undefined, user: undefined });
    expect(hook.last().session).toEqual({ isLoaded: false, isSignedIn: undefined, session: undefined });
    await load(hook);
    expect(hook.last().user).toEqual({ isLoaded: true, isSignedIn: false, user: null });
    expect(hook.last().session).toEqual({ isLoaded: true, isSignedIn: false, session: null });
    await act(async () => hook.emit(signedIn()));
    expect(hook.last().user.user?.id).toBe('user_1');
    expect(hook.last().session.session?.id).toBe('sess_1');
  });

  it('hide a pending session unless told otherwise', async () => {
    const hook = await renderHook(() => [useSession(), useSession({ treatPendingAsSignedOut: false })]);
    await load(hook, signedIn({}, { status: 'pending' }));
    expect(hook.last().map(({ isSignedIn }) => isSignedIn)).toEqual([false, true]);
  });

  it('obey the provider about pending sessions', async () => {
    const hook = await renderHook(() => [useSession().isSignedIn, useAuth().isSignedIn], { treatPendingAsSignedOut: false });
    await load(hook, signedIn({}, { status: 'pending' }));
    expect(hook.last()).toEqual([true, true]);
  });

  it('are unknown again while the session changes', async () => {
    const hook = await renderHook(useUser);
    await load(hook, signedIn());
    await act(async () => hook.emit({ user: undefined, session: undefined }));
    expect(hook.last().isLoaded).toBe(false);
  });
});

describe('useAuth', () => {
  it('knows nothing before, nobody when signed out', async () => {
    const hook = await renderHook(() => useAuth());
    expect(hook.last()).toMatchObject({ isLoaded: false, isSignedIn: undefined, userId: undefined, has: undefined });
    await load(hook);
    expect(facts(hook.last())).toEqual({
      isLoaded: true, isSignedIn: false, userId: null, sessionId: null, sessionClaims: null, actor: null, orgId: null, orgRole: null, orgSlug: null,
    });
    expect(hook.last().has?.({ role: 'admin' })).toBe(false);
    expect(await hook.last().getToken()).toBeNull();
  });

  it('reads the session, its claims and the organization', async () => {
    const organization = { id: 'org_1', slug: 'house' };
    const membership = { organization, role: 'org:admin', permissions: ['org:rooms:open'] };
    const hook = await renderHook(() => useAuth());
    await load(hook, signedIn({ fea: 'u:garden', pla: 'u:gold', name: 'Zoë' }, { organization, organizationMemberships: [membership] }));
    const auth = hook.last();
    expect(auth).toMatchObject({ isSignedIn: true, userId: 'user_1', sessionId: 'sess_1', orgId: 'org_1', orgSlug: 'house', orgRole: 'org:admin' });
    expect(auth.sessionClaims).toMatchObject({ sub: 'user_1', fea: 'u:garden', name: 'Zoë', __raw: expect.stringMatching(/^e30\./) });
    const allowed = [{ role: 'admin' }, { permission: 'org:rooms:open' }, { feature: 'garden' }, { plan: 'gold' }, { role: 'member' }, { feature: 'roof' }, {}];
    expect(allowed.map((params) => auth.has?.(params as Parameters<NonNullable<typeof auth.has>>[0]))).toEqual([true, true, true, true, false, false, false]);
  });

  it('answers the same while nothing changes, so that effects may depend on it', async () => {
    const hook = await renderHook(() => {
      const [, renderAgain] = useState(0);
      return { auth: useAuth({ treatPendingAsSignedOut: false }), renderAgain };
    });
    await load(hook, signedIn());
    const before = hook.last();
    await act(async () => before.renderAgain(1));
    expect(hook.last()).not.toBe(before);
    expect(hook.last().auth).toBe(before.auth);
  });

  it('keeps the claims object while the token stays', async () => {
    const hook = await renderHook(() => useAuth());
    const resources = signedIn();
    await load(hook, resources);
    const before = hook.last().sessionClaims;
    await act(async () => hook.emit({ ...resources }));
    expect(hook.last().sessionClaims).toBe(before);
  });

  it('lets getToken wait until it is known who is asking', async () => {
    const hook = await renderHook(() => useAuth());
    const token = hook.last().getToken();
    await load(hook, signedIn());
    expect(await token).toBe('the token');
  });

  it('takes what a server knew, until it knows better', async () => {
    const hook = await renderHook(() => useAuth({ userId: 'user_7', sessionId: 'sess_7' }));
    expect(hook.last()).toMatchObject({ isLoaded: true, userId: 'user_7' });
    await load(hook, signedIn());
    expect(hook.last().userId).toBe('user_1');
  });
});

describe('useSignIn, useSignUp, useSessionList and useOrganization', () => {
  it('give what the client has', async () => {
    const hook = await renderHook(() => ({ signIn: useSignIn(), signUp: useSignUp(), list: useSessionList(), organization: useOrganization() }));
    expect(Object.values(hook.last()).map(({ isLoaded }) => isLoaded)).toEqual([false, false, false, false]);
    await load(hook, signedIn());
    const { signIn, signUp, list, organization } = hook.last();
    expect(signIn.signIn?.id).toBe('sia_1');
    expect(signUp.signUp?.id).toBe('sua_1');
    expect(list.sessions?.map(({ id }) => id)).toEqual(['sess_1']);
    expect(organization).toMatchObject({ isLoaded: true, organization: null, membership: null, memberships: null });
    await list.setActive?.({ session: 'sess_1' });
    expect(hook.calls.at(-1)).toEqual(['setActive', { session: 'sess_1' }]);
  });
});

describe('useEmailLink', () => {
  it('stops waiting when the component goes', async () => {
    const cancelEmailLinkFlow = vi.fn<() => void>();
    const startEmailLinkFlow = vi.fn<() => Promise<unknown>>();
    const signUp = { createEmailLinkFlow: () => ({ startEmailLinkFlow, cancelEmailLinkFlow }) } as unknown as SignUpResource;
    const hook = await renderHook(() => useEmailLink(signUp));
    expect(hook.last().startEmailLinkFlow).toBe(startEmailLinkFlow);
    cancelEmailLinkFlow.mockClear();
    await hook.unmount();
    expect(cancelEmailLinkFlow).toHaveBeenCalledOnce();
  });
});
