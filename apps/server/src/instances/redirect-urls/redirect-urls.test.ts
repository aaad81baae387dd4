import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { isListedRedirectUrl } from './service.ts';

const PATH = '/v1/redirect_urls';

describe('redirect URLs', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  const create = (url: string) => test.bapi('POST', PATH, { json: { url } });
  const refusal = async (url: string) => (await create(url)).body.errors[0].code;

  it('are created, read, listed and deleted', async () => {
    const { body: web } = await create('https://my-app.com/oauth-callback');
    expect(web).toMatchObject({ object: 'redirect_url', id: expect.stringMatching(/^ru_/), url: 'https://my-app.com/oauth-callback' });
    const { body: app } = await create('my-app://oauth-callback');
    expect((await test.bapi('GET', `${PATH}/${web.id}`)).body).toEqual(web);
    expect((await test.bapi('GET', PATH)).body).toEqual([app, web]);
    expect((await test.bapi('GET', PATH, { query: { paginated: 'true', limit: '1' } })).body).toEqual({ data: [app], total_count: 2 });
    expect(await isListedRedirectUrl(test.ctx, app.url)).toBe(true);
    expect((await test.bapi('DELETE', `${PATH}/${app.id}`)).body).toEqual({ object: 'redirect_url', id: app.id, deleted: true });
    expect((await test.bapi('GET', `${PATH}/${app.id}`)).status).toBe(404);
    expect((await test.bapi('DELETE', `${PATH}/${app.id}`)).status).toBe(404);
    expect(await isListedRedirectUrl(test.ctx, app.url)).toBe(false);
  });

  it('are refused when nothing can come of them', async () => {
    await create('https://twice.example/');
    expect(await refusal('https://twice.example/')).toBe('form_already_exists');
    expect(await refusal('no url')).toBe('invalid_redirect_url');
    expect(await refusal('/relative')).toBe('invalid_redirect_url');
    expect(await refusal('https://user:secret@example.com')).toBe('invalid_redirect_url');
    expect(await refusal('javascript:alert(1)')).toBe('prohibited_redirect_url');
    expect(await refusal(`https://example.com/${'x'.repeat(8200)}`)).toBe('redirect_url_too_long');
    expect(await refusal('')).toBe('form_param_nil');
    const live = await createTestInstance({ environmentType: 'production' });
    expect((await live.bapi('POST', PATH, { json: { url: 'http://example.com' } })).body.errors[0].code).toBe('insecure_url');
    expect((await live.bapi('POST', PATH, { json: { url: 'http://localhost:3000' } })).status).toBe(200);
  });

  it('of another instance are not there', async () => {
    const other = await createTestInstance();
    const { body: mine } = await create('https://mine.example/');
    expect((await other.bapi('GET', `${PATH}/${mine.id}`)).status).toBe(404);
    expect((await other.bapi('DELETE', `${PATH}/${mine.id}`)).status).toBe(404);
    expect((await other.bapi('GET', PATH)).body).toEqual([]);
    expect(await isListedRedirectUrl(other.ctx, mine.url)).toBe(false);
  });
});
