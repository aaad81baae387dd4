import { expect, it } from 'vitest';
import { testApp } from '../testing/app.ts';

it('says that the server can answer, and lets nobody remember it', async () => {
  const { http } = await testApp();
  const response = await http.inject('/v1/health');
  expect([response.statusCode, response.json(), response.headers['cache-control']]).toEqual([200, { status: 'healthy' }, 'no-store']);
});
