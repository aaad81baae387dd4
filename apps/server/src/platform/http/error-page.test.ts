import { expect, it } from 'vitest';
import { createTestInstance, testApp } from '../../testing/app.ts';

const READER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-mode': 'navigate' };

it('tells people who come with a browser what went wrong in a page, with its reference', async () => {
  const { http } = await testApp();
  const answer = await http.inject({ url: '/<b>nowhere</b>', headers: READER });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(answer.body).toContain('<h1>There is nothing here</h1>');
  expect(answer.body).toContain(String(answer.headers['x-clerk-trace-id']));
  expect(answer.body).not.toContain('nowhere');
  expect([answer.headers['cache-control'], answer.headers['content-security-policy']]).toEqual(['no-store', expect.stringContaining("default-src 'none'")]);
});

it('tells people of pages that an instance does not have', async () => {
  const test = await createTestInstance();
  const { http } = await testApp();
  const answer = await http.inject({ url: `/i/${test.instance.slug}/portal/nowhere`, headers: READER });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
});

it.each([
  ['programs', '/nowhere', {}],
  ['programs that take anything', '/nowhere', { accept: '*/*' }],
  ['scripts of a page', '/nowhere', { accept: 'text/html,*/*', 'sec-fetch-mode': 'cors' }],
  ['whoever reads the Frontend API', '/v1/nowhere', READER],
])('tells %s in the documented shape', async (_who, url, headers) => {
  const { http } = await testApp();
  const answer = await http.inject({ url, headers });
  expect([answer.statusCode, answer.headers['content-type'], answer.json().errors[0].code]).toEqual([404, 'application/json', 'resource_not_found']);
});
