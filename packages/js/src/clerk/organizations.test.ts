// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientJson, environmentJson, PRODUCTION_KEY, sessionJson, userJson } from '../testing/fixtures.ts';
import { startFapiServer, type Answers } from '../testing/fapi-server.ts';
import { Clerk } from './clerk.ts';

let close: (() => unknown) | undefined;
beforeEach(() => (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://localhost:3000/app'));
afterEach(() => close?.());

const [membership] = userJson().organization_memberships;
if (!membership) throw new Error('The user of the tests belongs to an organization.');
const beta = { ...membership, id: 'orgmem_2', role: 'org:member', permissions: [], organization: { ...membership.organization, id: 'org_2', name: 'Beta', slug: 'beta' } };
const of = (...memberships: object[]) => userJson({ organization_memberships: memberships as never });
const answer = (response: object, sessions: object[]) => ({ body: { response, client: clientJson(sessions) } });

/** Somebody who is signed in, and what the server says next. */
async function load(answers: Answers, session = sessionJson('sess_1', { user: of(membership as object, beta) })) {
  const server = await startFapiServer({ 'GET /environment': { body: environmentJson() }, 'GET /client': { body: { response: clientJson([session]) } }, ...answers });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false });
  return { server, clerk, touched: () => server.requests.filter(({ path }) => path.endsWith('/touch')).map(({ form }) => form['active_organization_id']) };
}

const active = (id: string | null, iat = 1_700_000_001) => sessionJson('sess_1', { user: of(membership as object, beta), organization: id, iat });
const touch = (session: object) => ({ 'POST /client/sessions/sess_1/touch': answer(session, [session]), 'POST /client/sessions/sess_1/tokens': { body: { jwt: sessionJson('sess_1').last_active_token.jwt } } });

it.each<[name: string, organization: string]>([['id', 'org_2'], ['slug', 'beta']])('makes an organization active by its %s, and tells whoever listens', async (_, organization) => {
  const { clerk, touched } = await load(touch(active('org_2')));
  const heard: (string | undefined)[] = [];
  clerk.addListener((resources) => heard.push(resources.organization?.slug ?? undefined));
  await clerk.setActive({ organization });
  expect(touched()).toEqual(['org_2']);
  expect([clerk.organization?.name, clerk.session?.lastActiveOrganizationId, heard.at(-1)]).toEqual(['Beta', 'org_2', 'beta']);
  const { session } = clerk;
  expect([session?.checkAuthorization({ role: 'org:member' }), session?.checkAuthorization({ permission: 'org:invoices:read' })]).toEqual([true, false]);
});

it('goes back to the personal account', async () => {
  const { clerk, touched } = await load(touch(active(null)), active('org_1'));
  expect(clerk.organization?.slug).toBe('acme');
  await clerk.setActive({ organization: null });
  expect([touched(), clerk.organization]).toEqual([[''], null]);
});

it('stays where it was when the server refuses', async () => {
  const refusal = { status: 404, body: { errors: [{ code: 'organization_not_found_or_unauthorized', message: 'no' }] } };
  const { clerk, touched } = await load({ 'POST /client/sessions/sess_1/touch': refusal }, active('org_1'));
  await expect(clerk.setActive({ organization: 'somebody-elses' })).rejects.toMatchObject({ errors: [{ code: 'organization_not_found_or_unauthorized' }] });
  expect([touched(), clerk.session?.lastActiveOrganizationId, clerk.organization?.slug]).toEqual([['somebody-elses'], 'org_1', 'acme']);
});

it('is done with the task of choosing, and lets frameworks render the page anew', async () => {
  const pending = sessionJson('sess_1', { status: 'pending', tasks: [{ key: 'choose-organization' }], user: of(membership as object) });
  const { clerk } = await load(touch(active('org_1')), pending);
  const rendered: string[] = [];
  Object.assign(window, { __unstable__onBeforeSetActive: () => rendered.push('before'), __unstable__onAfterSetActive: () => rendered.push('after') });
  expect([clerk.session?.currentTask?.key, clerk.isSignedIn]).toEqual(['choose-organization', false]);
  await clerk.setActive({ organization: 'org_1' });
  Object.assign(window, { __unstable__onBeforeSetActive: undefined, __unstable__onAfterSetActive: undefined });
  expect([clerk.session?.currentTask, clerk.isSignedIn, rendered]).toEqual([undefined, true, ['after']]);
});

it('makes an organization, finds it, and leaves it', async () => {
  const [before, after] = [active('org_1'), sessionJson('sess_1', { user: of(membership as object), organization: 'org_1' })];
  const { server, clerk } = await load({
    'POST /organizations': answer(beta.organization, [before]),
    'GET /organizations/org_2': answer(beta.organization, [before]),
    'GET /me/organization_memberships': { body: { response: { data: [membership, beta], total_count: 12 } } },
    'DELETE /me/organization_memberships/org_2': answer({ object: 'organization_membership', id: 'orgmem_2', deleted: true }, [after]),
  }, sessionJson('sess_1', { user: of(membership as object), organization: 'org_1' }));
  expect((await clerk.createOrganization({ name: 'Beta', slug: 'beta' })).id).toBe('org_2');
  expect(server.requests.at(-1)?.form).toEqual({ name: 'Beta', slug: 'beta' });
  expect(clerk.user?.organizationMemberships.map(({ organization }) => organization.slug)).toEqual(['acme', 'beta']);
  expect((await clerk.getOrganization('org_2')).name).toBe('Beta');

  const page = await clerk.user?.getOrganizationMemberships({ initialPage: 2, pageSize: 5 });
  expect(Object.fromEntries(server.requests.at(-1)?.search ?? [])).toMatchObject({ paginated: 'true', limit: '5', offset: '5' });
  expect([page?.total_count, page?.data.map(({ role }) => role)]).toEqual([12, ['org:admin', 'org:member']]);

  expect(await clerk.user?.leaveOrganization('org_2')).toMatchObject({ deleted: true });
  expect([clerk.user?.organizationMemberships.length, clerk.organization?.slug]).toEqual([1, 'acme']);
});

it('has no active organization any more once it is deleted', async () => {
  const { clerk } = await load({ 'DELETE /organizations/org_1': answer({ object: 'organization', id: 'org_1', deleted: true }, [sessionJson('sess_1', { user: of(beta) })]) }, active('org_1'));
  await clerk.organization?.destroy();
  expect([clerk.organization, clerk.user?.organizationMemberships.map(({ role }) => role)]).toEqual([null, ['org:member']]);
});

it('changes the logo of an organization, and takes it away', async () => {
  const [bare, dressed] = [{ ...membership?.organization, has_image: false }, { ...membership?.organization, has_image: true }];
  const { clerk } = await load({
    'PUT /organizations/org_1/logo': answer(dressed, [active('org_1')]),
    'DELETE /organizations/org_1/logo': answer({ object: 'image', id: 'img_1', deleted: true }, [active('org_1')]),
    'GET /organizations/org_1': answer(bare, [active('org_1')]),
  }, active('org_1'));
  const { organization } = clerk;
  expect((await organization?.setLogo({ file: new Blob(['x'], { type: 'image/png' }) }))?.hasImage).toBe(true);
  expect((await organization?.setLogo({ file: null }))).toMatchObject({ hasImage: false, id: 'org_1', name: 'Acme' });
});
