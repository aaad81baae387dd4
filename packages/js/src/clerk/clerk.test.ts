// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientJson, DEVELOPMENT_KEY, environmentJson, PRODUCTION_KEY, sessionJson, userJson } from '../testing/fixtures.ts';
import { startFapiServer, type Answers } from '../testing/fapi-server.ts';
import { Clerk } from './clerk.ts';

let close: (() => unknown) | undefined;

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://localhost:3000/app');
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie.split('=')[0]}=; path=/; max-age=0`;
  localStorage.clear();
});
afterEach(async () => {
  await close?.();
  vi.restoreAllMocks();
});

function standardAnswers(sessions: object[] = []): Answers {
  return {
    'POST /dev_browser': { body: { id: 'dvb_1' } },
    'PATCH /environment': { body: environmentJson() },
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson(sessions), client: null } },
  };
}

/** Whoever has sessions has been here before. */
async function start(answers: Answers, key = DEVELOPMENT_KEY, { visited = true } = {}) {
  if (visited) document.cookie = '__clerk_db_jwt=dvb_1; path=/';
  const server = await startFapiServer(answers);
  close = server.close;
  const clerk = new Clerk(key, { proxyUrl: server.url });
  return { server, clerk, asked: () => server.requests.map(({ verb, path }) => `${verb} ${path}`) };
}

describe('load', () => {
  it('starts signed out in development, with a dev browser, and says so in the cookies', async () => {
    const { clerk, asked } = await start(standardAnswers(), DEVELOPMENT_KEY, { visited: false });
    const statuses: string[] = [];
    clerk.on('status', (status) => statuses.push(status), { notify: true });
    await clerk.load({ polling: false });
    // At the same time, and nothing after: a new dev browser knows of nobody.
    expect(asked().sort()).toEqual(['PATCH /environment', 'POST /dev_browser']);
    expect([clerk.session, clerk.user, clerk.organization, clerk.isSignedIn]).toEqual([null, null, null, false]);
    expect(statuses).toEqual(['loading', 'ready']);
    clerk.off('status');
    clerk.on('status', (status) => statuses.push(status), { notify: true });
    expect(statuses).toEqual(['loading', 'ready', 'ready']);
    expect(document.cookie).toContain('__client_uat=0');
    expect(document.cookie).toContain('__clerk_db_jwt=dvb_1');
  });

  it('leads to other origins with the name of this browser, unless that is unwanted', async () => {
    const { clerk } = await start(standardAnswers());
    await clerk.load({ polling: false });
    const urls = [clerk.buildUrlWithAuth('https://elsewhere.test/'), clerk.buildUrlWithAuth('https://elsewhere.test/', { useQueryParam: false }), clerk.buildUrlWithAuth('/here')];
    expect(urls).toEqual(['https://elsewhere.test/?__clerk_db_jwt=dvb_1', 'https://elsewhere.test/', 'http://localhost:3000/here']);
  });

  it('lets people choose another account where the sign-in lives', async () => {
    const { clerk } = await start(standardAnswers());
    await clerk.load({ polling: false });
    expect(clerk.buildAfterMultiSessionSingleSignOutUrl()).toBe('https://accounts.test/choose?__clerk_db_jwt=dvb_1');
    await clerk.load({ signInUrl: '/in' });
    expect(clerk.buildAfterMultiSessionSingleSignOutUrl()).toBe('http://localhost:3000/in#/choose');
    await clerk.load({ afterMultiSessionSingleSignOutUrl: '/others' });
    expect(clerk.buildAfterMultiSessionSingleSignOutUrl()).toBe('http://localhost:3000/others');
  });

  it('takes over what a provider changes later', async () => {
    const { clerk } = await start(standardAnswers());
    await clerk.load({ polling: false, signInUrl: '/in', afterSignOutUrl: '/bye' });
    await clerk.__unstable__updateProps({ options: { signInUrl: '/other' } });
    expect(clerk.buildSignInUrl()).toBe('http://localhost:3000/other');
    expect(clerk.buildAfterSignOutUrl()).toBe('http://localhost:3000/bye');
  });

  it('has no dev browser in production', async () => {
    const { clerk, asked } = await start(standardAnswers([sessionJson('sess_1', { organization: 'org_1' })]), PRODUCTION_KEY);
    await clerk.load({ polling: false });
    expect(asked().sort()).toEqual(['GET /client', 'GET /environment']);
    expect([clerk.user?.fullName, clerk.organization?.slug, clerk.isSignedIn]).toEqual(['Ada Lovelace', 'acme', true]);
    expect(document.cookie).toContain('__session=');
    expect(document.cookie).not.toContain('__client_uat');
  });

  it('treats a pending session as there, but not as signed in', async () => {
    const { clerk } = await start(standardAnswers([sessionJson('sess_1', { status: 'pending', tasks: [{ key: 'choose-organization' }] })]));
    await clerk.load({ polling: false });
    expect([clerk.session?.currentTask?.key, clerk.isSignedIn]).toEqual(['choose-organization', false]);
    expect(clerk.buildTasksUrl()).toContain('https://accounts.test/sign-in?__clerk_db_jwt=dvb_1#/tasks/choose-organization');
  });

  it('goes on with what it knows when the server fails, and fails when it refuses', async () => {
    const answers = standardAnswers([sessionJson('sess_1')]);
    const first = await start(answers);
    await first.clerk.load({ polling: false });
    const down = { status: 503, body: { errors: [] } };
    Object.assign(first.server.answers, { 'PATCH /environment': down, 'GET /client': down });
    // It would ask again later; this test is about what it does until then.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const degraded = new Clerk(DEVELOPMENT_KEY, { proxyUrl: first.server.url });
    await degraded.load({ polling: false });
    vi.useRealTimers();
    expect([degraded.status, degraded.session?.id, degraded.user?.id]).toEqual(['degraded', 'sess_1', 'user_1']);

    // What the cookie remembers is shown, but not handed out as if it were new.
    first.server.answers['POST /client/sessions/sess_1/tokens'] = { body: { jwt: sessionJson('sess_1', { iat: 1_700_009_000 }).last_active_token.jwt } };
    await degraded.session?.getToken();
    expect(first.server.requests.at(-1)?.path).toBe('/client/sessions/sess_1/tokens');

    first.server.answers['GET /client'] = { status: 403, body: { errors: [{ code: 'origin_invalid', message: 'Not from here' }] } };
    const refused = new Clerk(DEVELOPMENT_KEY, { proxyUrl: first.server.url });
    await expect(refused.load({ polling: false })).rejects.toMatchObject({ status: 403 });
    expect(refused.status).toBe('error');
  });

  it('is ready once the server answers again', async () => {
    const answers = standardAnswers([sessionJson('sess_1')]);
    const { clerk, server } = await start(answers);
    await clerk.load({ polling: false });
    const up = { ...server.answers };
    const down = { status: 503, body: { errors: [] } };
    Object.assign(server.answers, { 'PATCH /environment': down, 'GET /client': down });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const degraded = new Clerk(DEVELOPMENT_KEY, { proxyUrl: server.url });
    await degraded.load({ polling: false });
    expect(degraded.status).toBe('degraded');
    Object.assign(server.answers, up, { 'GET /client': { body: { response: clientJson([sessionJson('sess_1', { organization: 'org_1' })]), client: null } } });
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(degraded.status).toBe('ready'), 10_000);
    expect(degraded.user?.fullName).toBe('Ada Lovelace');
  });

  it('renews a dev browser that the server has forgotten', async () => {
    const { clerk, asked } = await start({
      ...standardAnswers(),
      'POST /dev_browser': { body: { id: 'dvb_2' } },
      'GET /client': ({ search }) =>
        search.get('__clerk_db_jwt') === 'dvb_1'
          ? { status: 401, body: { errors: [{ code: 'dev_browser_unauthenticated', message: 'Unknown' }] } }
          : { body: { response: clientJson(), client: null } },
    });
    await clerk.load({ polling: false });
    expect(clerk.status).toBe('ready');
    expect(asked()).toContain('POST /dev_browser');
  });
});

describe('setActive', () => {
  it('touches, writes the cookie before it navigates, hides who is signed in meanwhile, then shows them', async () => {
    const session = sessionJson('sess_1', { organization: 'org_1', iat: 1_700_000_100 });
    const { clerk, server } = await start({
      ...standardAnswers(),
      'POST /client/sign_ins': { body: { response: { id: 'sia_1', status: 'complete', created_session_id: 'sess_1' }, client: clientJson([session]) } },
      'POST /client/sessions/sess_1/touch': { body: { response: session, client: clientJson([session]) } },
    });
    await clerk.load({ polling: false });
    const signIn = await clerk.client?.signIn.create({ identifier: 'ada', strategy: 'password', password: 'x' });
    expect(clerk.session).toBeNull();
    const seen: unknown[] = [];
    clerk.addListener(({ session: shown, user }) => seen.push([shown?.id ?? shown, user?.id ?? user]));
    const navigate = vi.fn(() => { seen.push(document.cookie.includes('__session=')); });
    await clerk.setActive({ session: signIn?.createdSessionId, organization: 'acme', navigate });
    expect(navigate.mock.calls).toMatchObject([[{ session: { id: 'sess_1' } }]]);
    expect(seen).toEqual([[null, null], [null, null], [undefined, undefined], true, ['sess_1', 'user_1']]);
    expect(server.requests.at(-1)?.form).toEqual({ active_organization_id: 'org_1' });
    expect(clerk.organization?.name).toBe('Acme');
  });

  it('tells frameworks before and after', async () => {
    const session = sessionJson('sess_1');
    const { clerk } = await start({ ...standardAnswers([session]), 'POST /client/sessions/sess_1/touch': { body: { response: session, client: clientJson([session]) } } });
    await clerk.load({ polling: false });
    const calls: string[] = [];
    window.__unstable__onBeforeSetActive = () => { calls.push('before'); };
    window.__unstable__onAfterSetActive = () => { calls.push('after'); };
    await clerk.setActive({ organization: null });
    delete window.__unstable__onBeforeSetActive;
    delete window.__unstable__onAfterSetActive;
    expect(calls).toEqual(['before', 'after']);
  });
});

describe('signing out', () => {
  it('ends all sessions, clears the cookie and calls back', async () => {
    const { clerk } = await start({
      ...standardAnswers([sessionJson('sess_1')]),
      'DELETE /client/sessions': { body: { response: clientJson(), client: clientJson() } },
    });
    await clerk.load({ polling: false });
    const callback = vi.fn();
    await clerk.signOut(callback);
    expect(callback).toHaveBeenCalledOnce();
    expect([clerk.session, clerk.user]).toEqual([null, null]);
    expect(document.cookie).not.toContain('__session=');
    expect(document.cookie).toContain('__client_uat=0');
  });

  it('notices a session that has ended elsewhere', async () => {
    const { clerk, server } = await start({
      ...standardAnswers([sessionJson('sess_1')]),
      'PATCH /me': { status: 401, body: { errors: [{ code: 'authentication_invalid', message: 'Signed out' }] } },
    });
    await clerk.load({ polling: false });
    server.answers['GET /client'] = { body: { response: clientJson(), client: null } };
    await expect(clerk.user?.update({ firstName: 'Grace' })).rejects.toMatchObject({ status: 401 });
    expect([clerk.session, clerk.user]).toEqual([null, null]);
  });
});

it('keeps the same user object until something about the user changes', async () => {
  const { clerk, server } = await start(standardAnswers([sessionJson('sess_1')]));
  await clerk.load({ polling: false });
  const touched = (user = userJson()) => {
    const session = sessionJson('sess_1', { iat: 1_700_000_200, user });
    return { body: { response: session, client: clientJson([session]) } };
  };
  server.answers['POST /client/sessions/sess_1/touch'] = touched();
  const before = clerk.user;
  await clerk.session?.touch();
  expect(clerk.user).toBe(before);
  server.answers['POST /client/sessions/sess_1/touch'] = touched(userJson({ first_name: 'Grace' }));
  await clerk.session?.touch();
  expect(clerk.user).not.toBe(before);
  expect(clerk.user?.firstName).toBe('Grace');
});

it('lends its methods', async () => {
  const { clerk } = await start(standardAnswers());
  const { load, signOut } = clerk;
  await load({ polling: false });
  await expect(signOut()).resolves.toBeUndefined();
});

it('says what is wrong with a key', () => {
  expect(() => new Clerk('pk_test_nonsense')).toThrow(/publishable key/);
});
