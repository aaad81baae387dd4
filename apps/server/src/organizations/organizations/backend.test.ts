import { beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { addMember, codeOf, organizedInstance } from '../testing/organizations.ts';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let test: TestInstance;
beforeAll(async () => {
  test = await organizedInstance();
});

const create = (json: object, at = test) => at.bapi('POST', '/v1/organizations', { json });

describe('organizations, for servers', () => {
  it('are created with all that they are to have, also for nobody', async () => {
    const { userId } = await signedIn(test);
    const { body } = await create({ name: 'Made', slug: 'made-here', created_by: userId, max_allowed_memberships: 7, public_metadata: { a: 1 }, private_metadata: { b: 2 }, created_at: '2020-01-02T03:04:05Z' });
    expect(body).toMatchObject({ name: 'Made', slug: 'made-here', created_by: userId, max_allowed_memberships: 7, public_metadata: { a: 1 }, private_metadata: { b: 2 }, created_at: Date.parse('2020-01-02T03:04:05Z') });
    expect((await test.bapi('GET', `/v1/organizations/${body.id}/memberships`)).body).toMatchObject({ total_count: 1, data: [{ role: 'org:admin', public_user_data: { user_id: userId } }] });
    const nobodys = await create({ name: 'Nobody’s' });
    expect(nobodys.body).not.toHaveProperty('created_by');
    const read = await test.bapi('GET', '/v1/organizations/made-here', { query: { include_members_count: 'true' } });
    expect(read.body).toMatchObject({ id: body.id, members_count: 1 });
  });

  it.each([
    ['a slug that is taken', { name: 'A', slug: 'taken-slug' }, 'form_identifier_exists'],
    ['a creator whom nobody knows', { name: 'A', created_by: 'user_unknown' }, 'organization_creator_not_found'],
    ['a limit below none', { name: 'A', max_allowed_memberships: -1 }, 'form_param_value_invalid'],
    ['a time to come', { name: 'A', created_at: '2999-01-01T00:00:00Z' }, 'form_disallow_future_date'],
    ['large metadata', { name: 'A', public_metadata: { text: 'x'.repeat(9000) } }, 'form_param_exceeds_allowed_size'],
    ['a set of roles', { name: 'A', role_set_key: 'role_set:default' }, 'feature_not_implemented'],
  ])('are not created with %s', async (_what, json, code) => {
    await create({ name: 'Taken', slug: 'taken-slug' });
    expect(codeOf(await create(json))).toBe(code);
  });

  it('are changed, and what is left out stays', async () => {
    const { id } = (await create({ name: 'Before', public_metadata: { a: { b: 1, c: 2 } } })).body;
    const patch = (path: string, json: object) => test.bapi('PATCH', `/v1/organizations/${id}${path}`, { json });
    expect((await patch('', { name: 'After', slug: null, max_allowed_memberships: 0 })).body).toMatchObject({ name: 'After', slug: 'before', max_allowed_memberships: 0, public_metadata: { a: { b: 1, c: 2 } } });
    expect((await patch('/metadata', { public_metadata: { a: { b: null, d: 3 } }, private_metadata: { e: 4 } })).body).toMatchObject({ public_metadata: { a: { c: 2, d: 3 } }, private_metadata: { e: 4 } });
    const replaced = await test.bapi('PUT', `/v1/organizations/${id}/metadata`, { json: { public_metadata: { f: 5 } } });
    expect(replaced.body).toMatchObject({ public_metadata: { f: 5 }, private_metadata: { e: 4 } });
    expect((await test.bapi('PATCH', '/v1/organizations/org_unknown', { json: { name: 'X' } })).status).toBe(404);
    expect((await test.bapi('DELETE', `/v1/organizations/${id}`)).body).toEqual({ object: 'organization', id, slug: 'before', deleted: true });
    expect(codeOf(await test.bapi('DELETE', `/v1/organizations/${id}`))).toBe('resource_not_found');
  });

  it('have a logo, which others can see while it is theirs', async () => {
    const { id } = (await create({ name: 'Seen' })).body;
    const put = await test.bapi('PUT', `/v1/organizations/${id}/logo`, { json: PIXEL, headers: { 'content-type': 'application/octet-stream' } });
    expect(put.body).toMatchObject({ has_image: true, image_url: expect.stringContaining('/v1/images/img_') });
    const removed = await test.bapi('DELETE', `/v1/organizations/${id}/logo`);
    expect(removed.body).toMatchObject({ has_image: false, image_url: expect.stringContaining('/v1/avatars/') });
    expect(codeOf(await test.bapi('DELETE', `/v1/organizations/${id}/logo`))).toBe('image_not_found');
  });

  it('are listed by what they are called, who belongs to them and how many', async () => {
    const own = await organizedInstance();
    const [ada, bob] = [await signedIn(own), await signedIn(own)];
    const ids: Record<string, string> = {};
    for (const name of ['Alpha', 'Beta 100%', 'Gamma']) ids[name] = (await create({ name, created_by: ada.userId }, own)).body.id;
    await addMember(own, ids['Gamma'] ?? '', bob.userId);
    const names = async (query: Record<string, string | string[]>) => (await own.bapi('GET', '/v1/organizations', { query })).body.data.map((one: { name: string }) => one.name);
    expect(await names({})).toEqual(['Gamma', 'Beta 100%', 'Alpha']);
    expect(await names({ order_by: 'name', limit: '2', offset: '1' })).toEqual(['Beta 100%', 'Gamma']);
    expect(await names({ order_by: '-members_count', limit: '1' })).toEqual(['Gamma']);
    expect(await names({ query: 'ALPH' })).toEqual(['Alpha']);
    expect(await names({ query: '0%' })).toEqual(['Beta 100%']);
    expect(await names({ query: ids['Alpha'] ?? '' })).toEqual(['Alpha']);
    expect(await names({ user_id: bob.userId })).toEqual(['Gamma']);
    expect(await names({ user_id: `-${bob.userId}`, order_by: '+name' })).toEqual(['Alpha', 'Beta 100%']);
    expect(await names({ organization_id: [`+${ids['Alpha']}`, ids['Gamma'] ?? ''], order_by: 'name' })).toEqual(['Alpha', 'Gamma']);
    expect((await own.bapi('GET', '/v1/organizations', { query: { limit: '1' } })).body.total_count).toBe(3);
    expect(codeOf(await own.bapi('GET', '/v1/organizations', { query: { order_by: 'colour' } }))).toBe('form_param_value_invalid');
    const members = async (query: Record<string, string>) => (await own.bapi('GET', '/v1/users', { query })).body.map((one: { id: string }) => one.id);
    expect(await members({ organization_id: ids['Gamma'] ?? '', order_by: 'created_at' })).toEqual([ada.userId, bob.userId]);
    expect(await members({ organization_id: `-${ids['Alpha']}` })).toEqual([bob.userId]);
  });

  it('are known by their slug in their own instance only, where others may use the same', async () => {
    const [one, other] = [await organizedInstance(), await organizedInstance()];
    const { id } = (await create({ name: 'Acme', slug: 'acme' }, one)).body;
    expect(codeOf(await other.bapi('GET', '/v1/organizations/acme'))).toBe('resource_not_found');
    const same = await create({ name: 'Acme', slug: 'acme' }, other);
    expect(same.body.slug).toBe('acme');
    expect(same.body.id).not.toBe(id);
    expect((await one.bapi('GET', '/v1/organizations/acme')).body.id).toBe(id);
  });

  it('are none where they are not enabled', async () => {
    const without = await createTestInstance();
    expect(codeOf(await create({ name: 'A' }, without))).toBe('organization_not_enabled_in_instance');
    expect(codeOf(await without.bapi('GET', '/v1/organizations'))).toBe('organization_not_enabled_in_instance');
    expect(codeOf(await without.bapi('GET', '/v1/organization_memberships'))).toBe('organization_not_enabled_in_instance');
  });
});

describe('members, for servers', () => {
  it('come, change and go', async () => {
    const [ada, bob] = [await signedIn(test, { first_name: 'Ada' }), await signedIn(test, { first_name: 'Bob' })];
    const { id } = (await create({ name: 'Served', created_by: ada.userId })).body;
    const path = `/v1/organizations/${id}/memberships`;
    const added = await test.bapi('POST', path, { json: { user_id: bob.userId, role: 'org:member', public_metadata: { a: 1 }, private_metadata: { b: 2 } } });
    expect(added.body).toMatchObject({ role: 'org:member', permissions: ['org:sys_billing:read', 'org:sys_memberships:read'], public_metadata: { a: 1 }, private_metadata: { b: 2 }, organization: { id }, public_user_data: { first_name: 'Bob', identifier: bob.email } });
    expect((await test.bapi('PATCH', `${path}/${bob.userId}/metadata`, { json: { public_metadata: { a: null, c: 3 } } })).body).toMatchObject({ public_metadata: { c: 3 }, private_metadata: { b: 2 } });
    expect((await test.bapi('PATCH', `${path}/${bob.userId}`, { json: { role: 'org:admin' } })).body).toMatchObject({ role: 'org:admin', role_name: 'Admin' });
    expect(codeOf(await test.bapi('PATCH', `${path}/user_unknown`, { json: { role: 'org:admin' } }))).toBe('resource_not_found');
    expect((await test.bapi('DELETE', `${path}/${ada.userId}`)).body).toMatchObject({ public_user_data: { first_name: 'Ada' } });
    expect(codeOf(await test.bapi('DELETE', `${path}/${bob.userId}`))).toBe('organization_minimum_permissions_needed');
    expect((await test.bapi('GET', `/v1/users/${bob.userId}/organization_memberships`)).body).toMatchObject({ total_count: 1, data: [{ organization: { id } }] });
    expect((await test.bapi('GET', `/v1/users/${ada.userId}/organization_memberships`)).body).toEqual({ data: [], total_count: 0 });
  });

  it('are found by role, by who they are, and in any order', async () => {
    const own = await organizedInstance();
    const people = [await signedIn(own, { first_name: 'Cy' }), await signedIn(own, { first_name: 'Ada' }), await signedIn(own, { first_name: 'Bob' })];
    const { id } = (await create({ name: 'Found', created_by: people[0]?.userId }, own)).body;
    for (const { userId } of people.slice(1)) await addMember(own, id, userId);
    const names = async (query: Record<string, string>, path = `/v1/organizations/${id}/memberships`) =>
      (await own.bapi('GET', path, { query })).body.data.map((one: { public_user_data: { first_name: string } }) => one.public_user_data.first_name);
    expect(await names({})).toEqual(['Bob', 'Ada', 'Cy']);
    expect(await names({ order_by: 'first_name' })).toEqual(['Ada', 'Bob', 'Cy']);
    expect(await names({ order_by: '-email_address', limit: '1', offset: '2' })).toHaveLength(1);
    expect(await names({ role: 'org:admin' })).toEqual(['Cy']);
    expect(await names({ role: 'org:unheard_of' })).toEqual([]);
    expect(await names({ email_address: people[1]?.email ?? '' })).toEqual(['Ada']);
    expect(await names({ user_id: `-${people[1]?.userId}`, order_by: '+created_at' })).toEqual(['Cy', 'Bob']);
    expect(await names({ order_by: 'created_at' }, '/v1/organization_memberships')).toEqual(['Cy', 'Ada', 'Bob']);
  });
});
