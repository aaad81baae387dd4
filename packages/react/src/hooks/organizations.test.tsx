// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { signedIn } from '../testing/scripted-clerk.ts';
import { renderHook } from '../testing/render.tsx';
import { useOrganization, useOrganizationList } from './index.ts';

const pageOf = (...names: string[]) => vi.fn(async (_params?: object) => ({ data: names.map((id) => ({ id })), total_count: names.length }));

function organization() {
  const lists = { getMemberships: pageOf('m1', 'm2'), getInvitations: pageOf('i1'), getDomains: pageOf('d1'), getMembershipRequests: pageOf('r1') };
  return { id: 'org_1', slug: 'house', ...lists };
}

describe('useOrganization', () => {
  it('fetches what is asked for, and nothing else', async () => {
    const active = organization();
    const hook = await renderHook(() => useOrganization({ memberships: { role: ['org:admin'] }, domains: true, membershipRequests: { status: 'pending' } }));
    expect(hook.last()).toMatchObject({ isLoaded: false, organization: undefined, memberships: { data: undefined, isLoading: false } });
    const membership = { id: 'm1', organization: active, role: 'org:admin' };
    await act(async () => hook.finishLoading(signedIn({}, { organization: active, organizationMemberships: [membership] })));
    expect(hook.last()).toMatchObject({
      isLoaded: true, organization: { id: 'org_1' }, membership: { role: 'org:admin' }, invitations: null,
      memberships: { data: [{ id: 'm1' }, { id: 'm2' }], count: 2 }, domains: { data: [{ id: 'd1' }] }, membershipRequests: { data: [{ id: 'r1' }] },
    });
    expect(active.getMemberships).toHaveBeenCalledExactlyOnceWith({ role: ['org:admin'], initialPage: 1, pageSize: 10 });
    expect(active.getInvitations).not.toHaveBeenCalled();
  });

  it('follows the active organization', async () => {
    const [first, second] = [organization(), { ...organization(), id: 'org_2', getMemberships: pageOf('m9') }];
    const hook = await renderHook(() => useOrganization({ memberships: true }));
    await act(async () => hook.finishLoading(signedIn({}, { organization: first })));
    await act(async () => hook.emit(signedIn({}, { organization: second })));
    expect(hook.last()).toMatchObject({ organization: { id: 'org_2' }, memberships: { data: [{ id: 'm9' }], count: 1 } });
    await act(async () => hook.emit(signedIn()));
    expect(hook.last()).toMatchObject({ isLoaded: true, organization: null, membership: null, memberships: null });
  });
});

describe('useOrganizationList', () => {
  it('is there once it is known whose organizations they are', async () => {
    const hook = await renderHook(() => useOrganizationList({ userMemberships: { infinite: true, pageSize: 2 } }));
    expect(hook.last()).toMatchObject({ isLoaded: false, createOrganization: undefined, userMemberships: { data: undefined } });
    const resources = signedIn();
    const getOrganizationMemberships = vi.fn(async ({ initialPage = 1 }: { initialPage?: number } = {}) => ({ data: [{ id: `page ${initialPage}` }], total_count: 3 }));
    Object.assign(resources.user as object, { getOrganizationMemberships });
    await act(async () => hook.finishLoading(resources));
    await act(async () => hook.last().userMemberships.fetchNext?.());
    expect(hook.last()).toMatchObject({ isLoaded: true, userMemberships: { data: [{ id: 'page 1' }, { id: 'page 2' }], hasNextPage: false } });
    await hook.last().createOrganization?.({ name: 'Acme' });
    expect(hook.calls.at(-1)).toEqual(['createOrganization', { name: 'Acme' }]);
  });

  it('has nothing for somebody signed out', async () => {
    const hook = await renderHook(() => useOrganizationList({ userMemberships: true }));
    await act(async () => hook.finishLoading());
    expect(hook.last().isLoaded).toBe(false);
  });
});
