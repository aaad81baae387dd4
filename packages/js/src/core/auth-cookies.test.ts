// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFapiServer } from '../testing/fapi-server.ts';
import { AuthCookies } from './auth-cookies.ts';
import { DevBrowser } from './dev-browser.ts';
import { FapiClient } from './fapi.ts';

let close: (() => unknown) | undefined;
beforeEach(() => {
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie.split('=')[0]}=; path=/; max-age=0`;
});
afterEach(() => close?.());

it('keeps a session under both names, and prefers the suffixed one', () => {
  const cookies = new AuthCookies('abcd1234');
  cookies.session.write('a.b.c');
  expect(document.cookie).toContain('__session=a.b.c');
  expect(document.cookie).toContain('__session_abcd1234=a.b.c');
  document.cookie = '__session=another; path=/';
  expect(cookies.session.read()).toBe('a.b.c');
  cookies.session.remove();
  expect(document.cookie).not.toContain('__session');
});

it('knows which session and organization the tab last used shows', () => {
  const cookies = new AuthCookies('abcd1234');
  expect(cookies.isActiveContext('sess_1', 'org_1')).toBe(true);
  cookies.writeActiveContext('sess_1', null);
  expect(cookies.isActiveContext('sess_1', undefined)).toBe(true);
  expect(cookies.isActiveContext('sess_1', 'org_1')).toBe(false);
});

it('asks for a dev browser, sends it with every call and takes a rotated one', async () => {
  const server = await startFapiServer({
    'POST /dev_browser': { body: { id: 'dvb_1', token: 'dvb_1' } },
    'GET /client': { body: {}, headers: { 'clerk-db-jwt': 'dvb_2' } },
    'GET /environment': { body: {} },
  });
  close = server.close;
  const fapi = new FapiClient({ baseUrl: () => server.url });
  const devBrowser = new DevBrowser(new AuthCookies('abcd1234'), fapi);
  await devBrowser.renew();
  expect(devBrowser.id).toBe('dvb_1');
  await fapi.request({ path: '/client' });
  await fapi.request({ path: '/environment' });
  expect(server.requests.map(({ path, search }) => [path, search.get('__clerk_db_jwt')])).toEqual([
    ['/dev_browser', null],
    ['/client', 'dvb_1'],
    ['/environment', 'dvb_2'],
  ]);
  expect(devBrowser.decorate(new URL('https://accounts.dev/x')).href).toBe('https://accounts.dev/x?__clerk_db_jwt=dvb_2');
});
