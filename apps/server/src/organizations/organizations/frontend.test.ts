import { beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { addMember, codeOf, createOrganization, organizedInstance } from '../testing/organizations.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await organizedInstance();
});

describe('creating an organization', () => {
  it('makes its creator the first member, with the creator’s role', async () => {
    const { browser, userId } = await signedIn(test, { first_name: 'Ada' });
    const { body } = await browser.post('/v1/organizations', { name: ' Ada & Söhne ' });
    expect(body.response).toMatchObject({ object: 'organization', name: 'Ada & Söhne', slug: 'ada-sohne', has_image: false, members_count: 1, max_allowed_memberships: 5, admin_delete_enabled: true });
    const [membership] = body.client.sessions[0].user.organization_memberships;
    expect(membership).toMatchObject({ role: 'org:admin', role_name: 'Admin', organization: { id: body.response.id }, public_user_data: { user_id: userId, first_name: 'Ada' } });
    expect(membership.permissions).toHaveLength(8);
    expect((await browser.get('/v1/me')).body.response.organization_memberships).toEqual([membership]);
  });

  it('takes a slug that is free, and makes one that is', async () => {
    const { browser } = await signedIn(test);
    expect((await browser.post('/v1/organizations', { name: 'One', slug: 'only-one' })).body.response.slug).toBe('only-one');
    const taken = await browser.post('/v1/organizations', { name: 'One', slug: 'only-one' });
    expect(taken.body.errors[0]).toMatchObject({ code: 'form_identifier_exists', meta: { param_name: 'slug' } });
    expect((await browser.post('/v1/organizations', { name: 'Only One' })).body.response.slug).toMatch(/^only-one-[0-9a-f]{8}$/);
    expect((await browser.post('/v1/organizations', { name: '名前' })).body.response.slug).toMatch(/^organization/);
  });

  it.each([
    ['no name', { name: ' ' }, 'form_param_missing', 'name'],
    ['an address', { name: 'see https://evil.example' }, 'form_param_value_invalid', 'name'],
    ['HTML', { name: '<b>Bold</b>' }, 'form_param_value_invalid', 'name'],
    ['a long name', { name: 'x'.repeat(257) }, 'form_param_max_length_exceeded', 'name'],
    ['a slug in capitals', { name: 'A', slug: 'Acme' }, 'form_param_format_invalid', 'slug'],
    ['a slug with an underscore', { name: 'A', slug: 'org_1' }, 'form_param_format_invalid', 'slug'],
  ])('refuses %s', async (_what, form, code, param) => {
    const { browser } = await signedIn(test);
    expect((await browser.post('/v1/organizations', form)).body.errors[0]).toMatchObject({ code, meta: { param_name: param } });
  });

  it('is for those who may, as often as they may', async () => {
    const barred = await signedIn(test, { create_organization_enabled: false });
    expect(codeOf(await barred.browser.post('/v1/organizations', { name: 'No' }))).toBe('user_create_organization_not_enabled');
    const { browser } = await signedIn(test, { create_organizations_limit: 1 });
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => browser.post('/v1/organizations', { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(answers.map(codeOf).filter(Boolean)).toEqual(['org_creation_limit_exceeded', 'org_creation_limit_exceeded']);
  });

  it('asks for organizations to be on, and slugs to be for choosing', async () => {
    const without = await createTestInstance();
    const { browser } = await signedIn(without);
    expect(codeOf(await browser.post('/v1/organizations', { name: 'Acme' }))).toBe('organization_not_enabled_in_instance');
    const plain = await organizedInstance({ slug_disabled: true, max_allowed_memberships: 0, admin_delete_enabled: false });
    const person = await signedIn(plain);
    expect(codeOf(await person.browser.post('/v1/organizations', { name: 'Acme', slug: 'acme' }))).toBe('form_param_value_disabled');
    expect((await person.browser.post('/v1/organizations', { name: 'Acme' })).body.response).toMatchObject({ slug: 'acme', max_allowed_memberships: 0, admin_delete_enabled: false });
  });

  it('is for whoever is signed in', async () => {
    expect((await test.browser().post('/v1/organizations', { name: 'Acme' })).status).toBe(401);
  });
});

describe('an organization', () => {
  it('is seen by its members, and changed by those who may', async () => {
    const [admin, member, outsider] = [await signedIn(test), await signedIn(test), await signedIn(test)];
    const { id } = await createOrganization(admin.browser, { name: 'Before', slug: 'before-it' });
    await addMember(test, id, member.userId);
    const path = `/v1/organizations/${id}`;

    expect((await member.browser.get(path)).body.response).toMatchObject({ id, members_count: 2 });
    for (const call of [outsider.browser.get(path), outsider.browser.patch(path, { name: 'Mine' }), outsider.browser.delete(path), outsider.browser.get('/v1/organizations/org_unknown')]) {
      expect(codeOf(await call)).toBe('organization_not_found_or_unauthorized');
    }
    expect((await member.browser.patch(path, { name: 'Mine' })).body.errors[0]).toMatchObject({ code: 'missing_organization_permission', meta: { permissions: ['org:sys_profile:manage'] } });
    expect(codeOf(await member.browser.delete(path))).toBe('missing_organization_permission');

    expect((await admin.browser.patch(path, { name: 'After', slug: 'before-it' })).body.response).toMatchObject({ name: 'After', slug: 'before-it' });
    await createOrganization(admin.browser, { name: 'Other', slug: 'another-one' });
    expect(codeOf(await admin.browser.patch(path, { slug: 'another-one' }))).toBe('form_identifier_exists');
    expect((await admin.browser.patch(path, { slug: 'after-it' })).body.response.slug).toBe('after-it');
  });

  it('is deleted by those who may, where it may be', async () => {
    const [admin, member] = [await signedIn(test), await signedIn(test)];
    const { id, slug } = await createOrganization(admin.browser, { name: 'Gone soon' });
    await addMember(test, id, member.userId);
    await test.bapi('PATCH', `/v1/organizations/${id}`, { json: { admin_delete_enabled: false } });
    expect(codeOf(await admin.browser.delete(`/v1/organizations/${id}`))).toBe('organization_admin_delete_not_enabled');
    await test.bapi('PATCH', `/v1/organizations/${id}`, { json: { admin_delete_enabled: true } });
    expect((await admin.browser.delete(`/v1/organizations/${id}`)).body.response).toEqual({ object: 'organization', id, slug, deleted: true });
    expect((await member.browser.get('/v1/me')).body.response.organization_memberships).toEqual([]);
    expect((await test.bapi('GET', `/v1/organizations/${id}`)).status).toBe(404);
  });

  it('has roles to choose from', async () => {
    const { browser } = await signedIn(test);
    const { id } = await createOrganization(browser);
    const { body } = await browser.get(`/v1/organizations/${id}/roles`, { limit: '1' });
    expect(body.response).toMatchObject({ total_count: 2, has_role_set_migration: false });
    expect((await browser.get(`/v1/organizations/${id}/roles`)).body.response.data.map((one: { key: string; is_creator_eligible: boolean }) => [one.key, one.is_creator_eligible])).toEqual([
      ['org:admin', true],
      ['org:member', false],
    ]);
  });
});
