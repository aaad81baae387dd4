import { LATEST_API_VERSION } from '@foyer/protocol/versions';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from './app.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance();
});

describe('API versions', () => {
  it.each([
    ['the newest, by header', { 'clerk-api-version': LATEST_API_VERSION }, {}],
    ['the one before, by header', { 'clerk-api-version': '2025-04-10' }, {}],
    ['the one before, by query', { 'clerk-api-version': '' }, { __clerk_api_version: '2025-04-10' }],
    ['none, which means the newest', { 'clerk-api-version': '' }, {}],
  ])('%s', async (_name, headers, query) => {
    const answer = await test.bapi('GET', '/v1/instance', { headers, query: query as Record<string, string> });
    expect([answer.status, answer.body.object]).toEqual([200, 'instance']);
  });

  // Session tokens and sign-ins of these had other forms, which are not kept here: better a clear refusal than a wrong answer.
  it.each([
    ['2021-02-05', { 'clerk-api-version': '2021-02-05' }, {}],
    ['2024-10-01', { 'clerk-api-version': '2024-10-01' }, {}],
    ['one that never was', { 'clerk-api-version': '2025-04-11' }, {}],
    ['no date', { 'clerk-api-version': 'v1' }, {}],
    ['in both places', { 'clerk-api-version': '2025-04-10' }, { __clerk_api_version: '2025-04-10' }],
    ['two at once', { 'clerk-api-version': '2025-11-10' }, { __clerk_api_version: '2025-04-10' }],
  ])('refused: %s', async (_name, headers, query) => {
    const answer = await test.bapi('GET', '/v1/instance', { headers, query: query as Record<string, string> });
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'api_version_invalid']);
    expect(answer.body.errors[0].long_message).toContain('Clerk-API-Version');
  });
});
