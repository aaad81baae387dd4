import { beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { addMember, codeOf, createOrganization, organizedInstance } from '../testing/organizations.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await organizedInstance();
});

/** An organization with its administrator and a member. */
async function team() {
  const [admin, member] = [await signedIn(test, { first_name: 'Ada' }), await signedIn(test, { first_name: 'Bob' })];
  const { id } = await createOrganization(admin.browser, { name: 'Team' });
  await addMember(test, id, member.userId);
  return { id, admin, member, members: `/v1/organizations/${id}/memberships` };
}

describe('the members of an organization', () => {
  it('are listed for members, a page at a time, by who they are and what they may', async () => {
    const { admin, member, members } = await team();
    const { body } = await member.browser.get(members, { paginated: 'true', limit: '1' });
    expect(body.response).toMatchObject({ total_count: 2, data: [{ role: 'org:member', public_user_data: { user_id: member.userId, first_name: 'Bob', identifier: member.email } }] });
    const idsOf = async (query: Record<string, string>) => (await admin.browser.get(members, query)).body.response.map((one: { public_user_data: { user_id: string } }) => one.public_user_data.user_id);
    expect(await idsOf({})).toEqual([member.userId, admin.userId]);
    expect(await idsOf({ role: 'org:admin' })).toEqual([admin.userId]);
    expect(await idsOf({ query: 'bob' })).toEqual([member.userId]);
    expect(await idsOf({ query: 'nobody-at-all' })).toEqual([]);
  });

  it('are added, changed and removed by those who may', async () => {
    const { id, admin, member, members } = await team();
    const other = await signedIn(test);
    for (const call of [member.browser.post(members, { user_id: other.userId, role: 'org:admin' }), member.browser.patch(`${members}/${member.userId}`, { role: 'org:admin' }), member.browser.delete(`${members}/${admin.userId}`)]) {
      expect((await call).body.errors[0]).toMatchObject({ code: 'missing_organization_permission', meta: { permissions: ['org:sys_memberships:manage'] } });
    }
    expect((await admin.browser.post(members, { user_id: other.userId, role: 'org:member' })).body.response).toMatchObject({ role: 'org:member', organization: { id, members_count: 3 } });
    expect(codeOf(await admin.browser.post(members, { user_id: other.userId, role: 'org:member' }))).toBe('already_a_member_in_organization');
    expect(codeOf(await admin.browser.post(members, { user_id: 'user_unknown', role: 'org:member' }))).toBe('resource_not_found');
    expect(codeOf(await admin.browser.post(members, { role: 'org:member' }))).toBe('form_param_missing');
    expect(codeOf(await admin.browser.patch(`${members}/${other.userId}`, { role: 'org:unheard_of' }))).toBe('resource_not_found');
    expect((await admin.browser.patch(`${members}/${other.userId}`, { role: 'org:admin' })).body.response).toMatchObject({ role: 'org:admin', role_name: 'Admin' });
    expect((await other.browser.delete(`${members}/${member.userId}`)).body.response).toMatchObject({ organization: { members_count: 2 } });
    expect(codeOf(await member.browser.get(`/v1/organizations/${id}`))).toBe('organization_not_found_or_unauthorized');
  });

  it('always have someone among them who may manage', async () => {
    const { id, admin, member, members } = await team();
    const gone = 'organization_minimum_permissions_needed';
    expect(codeOf(await admin.browser.patch(`${members}/${admin.userId}`, { role: 'org:member' }))).toBe(gone);
    expect(codeOf(await admin.browser.delete(`${members}/${admin.userId}`))).toBe(gone);
    expect(codeOf(await admin.browser.delete(`/v1/me/organization_memberships/${id}`))).toBe(gone);
    expect((await admin.browser.get(`/v1/organizations/${id}`)).body.response.members_count).toBe(2);
    await admin.browser.patch(`${members}/${member.userId}`, { role: 'org:admin' });
    // Of two who leave at once, one has to stay.
    const answers = await Promise.all([admin, member].map(({ browser }) => browser.delete(`/v1/me/organization_memberships/${id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('are no more than there may be, however many come at once', async () => {
    const { id, members, admin } = await team();
    await test.bapi('PATCH', `/v1/organizations/${id}`, { json: { max_allowed_memberships: 3 } });
    const others = [await signedIn(test), await signedIn(test), await signedIn(test)];
    const answers = await Promise.all(others.map(({ userId }) => admin.browser.post(members, { user_id: userId, role: 'org:member' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(answers.map(codeOf).filter(Boolean)).toEqual(['organization_membership_quota_exceeded', 'organization_membership_quota_exceeded']);
    expect((await test.bapi('GET', `/v1/organizations/${id}`, { query: { include_members_count: 'true' } })).body.members_count).toBe(3);
  });
});

describe('the memberships of whoever is signed in', () => {
  it('are listed, and can be left', async () => {
    const { id, member } = await team();
    const { browser } = member;
    const before = (await browser.get('/v1/me')).body.response.updated_at;
    expect((await browser.get('/v1/me/organization_memberships', { paginated: 'true' })).body.response).toMatchObject({ total_count: 1, data: [{ role: 'org:member', organization: { id } }] });
    const left = await browser.delete(`/v1/me/organization_memberships/${id}`);
    expect(left.body.response).toMatchObject({ object: 'organization_membership', deleted: true });
    expect(left.body.client.sessions[0].user.organization_memberships).toEqual([]);
    expect(left.body.client.sessions[0].user.updated_at).toBeGreaterThan(before);
    expect((await browser.get('/v1/me/organization_memberships')).body.response).toEqual([]);
    expect(codeOf(await browser.delete(`/v1/me/organization_memberships/${id}`))).toBe('organization_not_found_or_unauthorized');
  });

  it('go with the account, even that of the last administrator', async () => {
    const { id, admin, member } = await team();
    await test.bapi('DELETE', `/v1/users/${admin.userId}`);
    const { body } = await test.bapi('GET', `/v1/organizations/${id}`, { query: { include_members_count: 'true', include_missing_member_with_elevated_permissions: 'true' } });
    expect(body).toMatchObject({ members_count: 1, missing_member_with_elevated_permissions: true });
    expect((await member.browser.get(`/v1/organizations/${id}/memberships`)).body.response).toHaveLength(1);
  });

  it('come with nothing to join yet', async () => {
    const { browser } = await signedIn(test);
    for (const kind of ['invitations', 'suggestions']) expect((await browser.get(`/v1/me/organization_${kind}`, { status: 'pending' })).body.response).toEqual({ data: [], total_count: 0 });
  });

  it('are nothing to ask for without organizations', async () => {
    const { browser } = await signedIn(await createTestInstance());
    for (const kind of ['memberships', 'invitations', 'suggestions']) expect(codeOf(await browser.get(`/v1/me/organization_${kind}`))).toBe('organization_not_enabled_in_instance');
  });
});
