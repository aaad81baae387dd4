import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { createProductionInstance, type ProductionInstance } from '../testing/production.ts';

let test: ProductionInstance;
beforeAll(async () => {
  test = await createProductionInstance();
});

const codeOf = ({ status, body }: Answer) => `${status} ${body.errors[0].code}`;

describe('a redirect', () => {
  const follow = (query: Record<string, string>) => test.send('GET', '/v1/redirect', { query });

  it('leads to pages of the application', async () => {
    const page = `https://www.${test.domain}/welcome?a=1#b`;
    const { status, headers } = await follow({ redirect_url: page });
    expect([status, headers['location']]).toEqual([307, page]);
  });

  it('leads home where no page is named, or to the profile where there is no home', async () => {
    for (const query of [{}, { redirect_url: '' }] as Record<string, string>[]) {
      const { status, headers } = await follow(query);
      expect([status, headers['location']]).toEqual([307, `https://clerk.${test.domain}/portal/user`]);
    }
    const { instance } = await createTestInstance({ settings: { paths: { home_url: 'http://localhost:3000/home' } } });
    const answer = await (await testApp()).http.inject(`/i/${instance.slug}/v1/redirect`);
    expect([answer.statusCode, answer.headers.location]).toEqual([307, 'http://localhost:3000/home']);
  });

  it.each([
    ['https://evil.example/', '422 redirect_url_domain_mismatch'],
    ['javascript:alert(1)', '422 prohibited_redirect_url'],
    ['//evil.example', '422 invalid_redirect_url'],
  ])('leads nowhere else: %s', async (url, code) => {
    expect(codeOf(await follow({ redirect_url: url }))).toBe(code);
  });
});

it('what a browser stored is cleared, but not by a link from elsewhere', async () => {
  const ask = (site: string) => test.send('GET', '/v1/clear-site-data', { headers: { 'sec-fetch-site': site } });
  for (const site of ['same-origin', 'same-site', 'none']) expect((await ask(site)).headers['clear-site-data']).toBe('"*"');
  const foreign = await ask('cross-site');
  expect([codeOf(foreign), foreign.headers['clear-site-data']]).toEqual(['403 resource_forbidden', undefined]);
});
