// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Clerk } from '../clerk/clerk.ts';
import { startFapiServer } from '../testing/fapi-server.ts';
import { clientJson, environmentJson, PRODUCTION_KEY, sessionJson } from '../testing/fixtures.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

it('asks once where else the user is signed in, and again after one of these sessions was revoked', async () => {
  const elsewhere = (status: string) => ({ object: 'session', id: 'sess_2', status, expire_at: 1, abandon_at: 1, last_active_at: 1, latest_activity: { id: 'act_1', city: 'London' } });
  const session = sessionJson('sess_1');
  const server = await startFapiServer({
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson([session]) } },
    'GET /me/sessions/active': { body: { response: [elsewhere('active')] } },
    'POST /me/sessions/sess_2/revoke': { body: { response: elsewhere('revoked'), client: clientJson([session]) } },
  });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false, standardBrowser: false });
  const asked = () => server.requests.filter(({ path }) => path === '/me/sessions/active').length;

  const [first] = (await clerk.user?.getSessions()) ?? [];
  await clerk.user?.getSessions();
  expect([asked(), first?.latestActivity.city]).toEqual([1, 'London']);
  expect((await first?.revoke())?.status).toBe('revoked');
  await clerk.user?.getSessions();
  expect(asked()).toBe(2);
});
