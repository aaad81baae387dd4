// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Clerk } from '../clerk/clerk.ts';
import { startFapiServer, type Answers } from '../testing/fapi-server.ts';
import { clientJson, environmentJson, PRODUCTION_KEY, sessionJson, tokenText } from '../testing/fixtures.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

async function load(answers: Answers = {}) {
  const server = await startFapiServer({
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson([sessionJson('sess_1', { organization: 'org_1' })]) } },
    ...answers,
  });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false, standardBrowser: false });
  const { session } = clerk;
  if (!session) throw new Error('nobody is signed in');
  const asked = () => server.requests.filter(({ path }) => path.includes('/tokens'));
  return { session, asked };
}

const fresh = { body: { object: 'token', jwt: tokenText('sess_1', { organization: 'org_1', iat: 1_700_000_500 }) } };

it('takes the token that came with the session, and asks once for a fresh one', async () => {
  const { session, asked } = await load({ 'POST /client/sessions/sess_1/tokens': fresh });
  expect(await session.getToken()).toBe(tokenText('sess_1', { organization: 'org_1' }));
  expect(asked()).toHaveLength(0);
  session.clearCache();
  const tokens = await Promise.all([session.getToken(), session.getToken()]);
  expect(new Set(tokens)).toEqual(new Set([fresh.body.jwt]));
  expect(asked().map(({ form }) => form)).toEqual([{ organization_id: 'org_1' }]);
  await session.getToken({ skipCache: true });
  expect(asked()[1]?.search.get('debug')).toBe('skip_cache');
});

it('keeps the tokens of templates apart, and does not retry what the server refuses', async () => {
  const { session, asked } = await load({
    'POST /client/sessions/sess_1/tokens/hasura': fresh,
    'POST /client/sessions/sess_1/tokens/none': { status: 404, body: { errors: [{ code: 'resource_not_found', message: 'No such template' }] } },
  });
  expect(await session.getToken({ template: 'hasura' })).toBe(fresh.body.jwt);
  await session.getToken({ template: 'hasura' });
  await expect(session.getToken({ template: 'none' })).rejects.toMatchObject({ status: 404 });
  expect(asked().map(({ path }) => path.split('/').at(-1))).toEqual(['hasura', 'none']);
  expect(asked()[0]?.form).toEqual({});
});

it('knows what its user may do in the active organization', async () => {
  const { session } = await load();
  expect(session.checkAuthorization({ role: 'org:admin' })).toBe(true);
  expect(session.checkAuthorization({ permission: 'org:invoices:read' })).toBe(true);
  expect(session.checkAuthorization({ permission: 'org:invoices:delete' })).toBe(false);
  expect(session.checkAuthorization({ reverification: 'strict' })).toBe(true);
});

it('answers an empty string instead of throwing, where that is wanted', async () => {
  const refusal = { status: 404, body: { errors: [{ code: 'resource_not_found', message: 'No such template' }] } };
  const { session } = await load({ 'POST /client/sessions/sess_1/tokens/none': refusal });
  expect(await session.getToken({ template: 'none', throwOnError: false })).toBe('');
});
