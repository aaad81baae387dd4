import fastify from 'fastify';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testApp } from '../testing/app.ts';
import { healthRoutes } from './health.ts';

it('says that the server can answer, and lets nobody remember it', async () => {
  const { http } = await testApp();
  const response = await http.inject('/v1/health');
  expect([response.statusCode, response.json(), response.headers['cache-control']]).toEqual([200, { status: 'healthy' }, 'no-store']);
});

it('is not healthy while the database takes no writes', async () => {
  const { http, platform } = await testApp();
  const answers = await platform.db.transaction().execute(async (db) => {
    await sql`set transaction read only`.execute(db);
    const app = fastify();
    healthRoutes(app, { ...platform, db });
    return app.inject('/v1/health');
  });
  expect([answers.statusCode, answers.json()]).toEqual([503, { status: 'unhealthy', message: 'The database takes no writes.' }]);
  expect((await http.inject('/v1/health')).statusCode).toBe(200);
});
