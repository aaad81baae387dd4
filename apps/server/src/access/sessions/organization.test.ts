import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMember, codeOf, createOrganization, organizedInstance } from '../../organizations/testing/organizations.ts';
import { signedIn, signInAgain } from '../../people/testing/people.ts';
import type { TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';

/** The only session of a browser, as its client tells it. */
async function sessionOf(browser: Browser) {
  return (await browser.get('/v1/client')).body.response.sessions[0];
}

/** What a token of that session says; `form` may name an organization. */
async function claimsOf(browser: Browser, form: Record<string, string> = {}) {
  const { id } = await sessionOf(browser);
  return decodeJwt((await browser.post(`/v1/client/sessions/${id}/tokens`, form)).body.jwt);
}

async function touch(browser: Browser, form: Record<string, string>) {
  return browser.post(`/v1/client/sessions/${(await sessionOf(browser)).id}/touch`, form);
}

describe('the active organization of a session', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await organizedInstance();
  });

  it('is none at first, then what is chosen by id or slug, and none again', async () => {
    const { browser } = await signedIn(test);
    const { id, slug } = await createOrganization(browser, { name: 'Chosen', slug: 'chosen-one' });
    expect(await sessionOf(browser)).toMatchObject({ status: 'active', tasks: null, last_active_organization_id: null });
    expect(await claimsOf(browser)).not.toHaveProperty('o');

    const { body } = await touch(browser, { active_organization_id: slug, intent: 'select_org' });
    expect(body.response.last_active_organization_id).toBe(id);
    expect(decodeJwt(body.response.last_active_token.jwt)).toMatchObject({ o: { id, slg: slug, rol: 'admin' } });
    expect((await claimsOf(browser))['o']).toEqual({ id, slg: slug, rol: 'admin' });
    expect((await touch(browser, {})).body.response.last_active_organization_id).toBe(id);

    expect((await touch(browser, { active_organization_id: '' })).body.response.last_active_organization_id).toBeNull();
    expect(await claimsOf(browser)).not.toHaveProperty('o');
  });

  it('is one of the person’s own', async () => {
    const [owner, stranger] = [await signedIn(test), await signedIn(test)];
    const { id, slug } = await createOrganization(owner.browser, { name: 'Not yours' });
    for (const wanted of [id, slug, 'org_unknown', 'no-such-slug']) expect(codeOf(await touch(stranger.browser, { active_organization_id: wanted }))).toBe('organization_not_found_or_unauthorized');
    const { id: session } = await sessionOf(stranger.browser);
    expect(codeOf(await stranger.browser.post(`/v1/client/sessions/${session}/tokens`, { organization_id: id }))).toBe('organization_not_found_or_unauthorized');
    expect((await sessionOf(stranger.browser)).last_active_organization_id).toBeNull();
  });

  it('may differ from the one that a token is wanted for', async () => {
    const { browser } = await signedIn(test);
    const [one, other] = [await createOrganization(browser, { name: 'One of two' }), await createOrganization(browser, { name: 'Two of two' })];
    await touch(browser, { active_organization_id: one.id });
    expect((await claimsOf(browser, { organization_id: other.id }))['o']).toMatchObject({ id: other.id });
    expect(await claimsOf(browser, { organization_id: '' })).not.toHaveProperty('o');
    expect((await claimsOf(browser))['o']).toMatchObject({ id: one.id });
  });

  it('is left with the membership, or with the organization, from the next token on', async () => {
    const [admin, member] = [await signedIn(test), await signedIn(test)];
    const { id } = await createOrganization(admin.browser, { name: 'Left' });
    await addMember(test, id, member.userId);
    await touch(member.browser, { active_organization_id: id });
    expect((await claimsOf(member.browser))['o']).toMatchObject({ id, rol: 'member' });

    await admin.browser.patch(`/v1/organizations/${id}/memberships/${member.userId}`, { role: 'org:admin' });
    expect((await claimsOf(member.browser))['o']).toMatchObject({ rol: 'admin' });
    await admin.browser.delete(`/v1/organizations/${id}/memberships/${member.userId}`);
    expect(await claimsOf(member.browser)).not.toHaveProperty('o');
    expect(await sessionOf(member.browser)).toMatchObject({ status: 'active', last_active_organization_id: null });

    await touch(admin.browser, { active_organization_id: id });
    await admin.browser.delete(`/v1/organizations/${id}`);
    expect(await sessionOf(admin.browser)).toMatchObject({ last_active_organization_id: null });
    expect(await claimsOf(admin.browser)).not.toHaveProperty('o');
  });

  it('is told in the words of the first version, where an instance issues that', async () => {
    const former = await organizedInstance({}, { session: { token_version: 'v1' } });
    const { browser } = await signedIn(former);
    const { id, slug } = await createOrganization(browser);
    await touch(browser, { active_organization_id: id });
    expect(await claimsOf(browser)).toMatchObject({ org_id: id, org_slug: slug, org_role: 'org:admin', org_permissions: [] });
  });

  it('can be spoken of by the custom claims of tokens', async () => {
    const claims = { name: '{{org.name}}', role: '{{org.role}}', level: '{{org_membership.public_metadata.level}}', all: '{{user.organizations}}' };
    const speaking = await organizedInstance({}, { session: { custom_claims: claims } });
    const { browser, userId } = await signedIn(speaking);
    const { id } = await createOrganization(browser);
    await speaking.bapi('PATCH', `/v1/organizations/${id}/memberships/${userId}/metadata`, { json: { public_metadata: { level: 3 } } });
    expect(await claimsOf(browser)).toMatchObject({ name: null, role: null, level: null, all: { [id]: 'org:admin' } });
    await touch(browser, { active_organization_id: id });
    expect(await claimsOf(browser)).toMatchObject({ name: 'Acme', role: 'org:admin', level: 3 });
    expect(await claimsOf(browser, { organization_id: '' })).toMatchObject({ name: null });
  });

  it('is gone where organizations are turned off', async () => {
    const { browser } = await signedIn(test);
    const { id } = await createOrganization(browser, { name: 'Off' });
    await touch(browser, { active_organization_id: id });
    await test.bapi('PATCH', '/v1/instance/organization_settings', { json: { enabled: false } });
    expect(await sessionOf(browser)).toMatchObject({ last_active_organization_id: null, user: { organization_memberships: [] } });
    expect(await claimsOf(browser)).not.toHaveProperty('o');
    await test.bapi('PATCH', '/v1/instance/organization_settings', { json: { enabled: true } });
    expect((await sessionOf(browser)).last_active_organization_id).toBe(id);
  });

  it('can be chosen by a server for a session that it makes', async () => {
    const { browser, userId } = await signedIn(test);
    const { id } = await createOrganization(browser, { name: 'Served' });
    const create = (active_organization_id: string) => test.bapi('POST', '/v1/sessions', { json: { user_id: userId, active_organization_id } });
    const { body } = await create(id);
    expect(body.last_active_organization_id).toBe(id);
    expect(decodeJwt((await test.bapi('POST', `/v1/sessions/${body.id}/tokens`)).body.jwt)['o']).toMatchObject({ id });
    expect(codeOf(await create('org_unknown'))).toBe('organization_not_found_or_unauthorized');
  });
});

describe('where everyone works in an organization', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await organizedInstance({ force_organization_selection: true });
  });

  it('a session waits until one is created and chosen', async () => {
    const { browser } = await signedIn(test);
    expect(await sessionOf(browser)).toMatchObject({ status: 'pending', tasks: [{ key: 'choose-organization' }] });
    expect(await claimsOf(browser)).toMatchObject({ sts: 'pending' });
    expect((await touch(browser, { active_organization_id: '' })).body.response).toMatchObject({ status: 'pending' });
    const { id } = await createOrganization(browser);
    expect((await sessionOf(browser)).status).toBe('pending');
    const { body } = await touch(browser, { active_organization_id: id });
    expect(body.response).toMatchObject({ status: 'active', tasks: null, last_active_organization_id: id });
    expect(decodeJwt(body.response.last_active_token.jwt)).toMatchObject({ sts: 'active', o: { id } });
    expect(codeOf(await touch(browser, { active_organization_id: '' }))).toBe('personal_workspace_not_allowed');
  });

  it('each sign-in asks anew, also of those who have one', async () => {
    const { browser, userId } = await signedIn(test);
    const { id } = await createOrganization(browser);
    const again = await signInAgain(test, userId);
    expect(await sessionOf(again)).toMatchObject({ status: 'pending', tasks: [{ key: 'choose-organization' }], user: { organization_memberships: [{ organization: { id } }] } });
    expect((await touch(again, { active_organization_id: id })).body.response.status).toBe('active');
  });

  it('a session waits again when its organization is gone', async () => {
    const [admin, member] = [await signedIn(test), await signedIn(test)];
    const { id } = await createOrganization(admin.browser);
    await addMember(test, id, member.userId);
    await touch(member.browser, { active_organization_id: id });
    expect(codeOf(await member.browser.delete(`/v1/me/organization_memberships/${id}`))).toBe('personal_workspace_not_allowed');
    await admin.browser.delete(`/v1/organizations/${id}/memberships/${member.userId}`);
    expect(await sessionOf(member.browser)).toMatchObject({ status: 'pending', tasks: [{ key: 'choose-organization' }], last_active_organization_id: null });
  });

  it('other tasks come first, and stay', async () => {
    const { userId, browser } = await signedIn(test);
    const { id } = await createOrganization(browser);
    await test.bapi('POST', `/v1/users/${userId}/password/set_compromised`);
    const again = await signInAgain(test, userId);
    expect((await sessionOf(again)).tasks).toEqual([{ key: 'reset-password' }, { key: 'choose-organization' }]);
    expect((await touch(again, { active_organization_id: id })).body.response).toMatchObject({ status: 'pending', tasks: [{ key: 'reset-password' }] });
  });

  it('nobody chooses for the person they act as, unless they want to', async () => {
    const { userId } = await signedIn(test);
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor: { sub: 'support' } } })).body;
    const browser = test.browser();
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    expect(await sessionOf(browser)).toMatchObject({ status: 'active', tasks: null });
  });

  it('the personal account is a choice, once there are personal accounts', async () => {
    const open = await organizedInstance({ force_organization_selection: true });
    const { browser } = await signedIn(open);
    await open.bapi('PATCH', '/v1/instance/organization_settings', { json: { force_organization_selection: false } });
    expect((await touch(browser, { active_organization_id: '' })).body.response).toMatchObject({ status: 'active', tasks: null });
  });
});
