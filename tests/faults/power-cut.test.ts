import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startFoyer } from '../lib/servers.ts';
import { backend, hasPostgres, newGround, secretKeyOf } from './house.ts';

const WRITERS = 8;
const UNTIL_THE_CUT_MS = 2_500;

describe.each(['pglite', 'postgres'] as const)('kill -9 under load on %s', (kind) => {
  it.skipIf(kind === 'postgres' && !hasPostgres)('loses no user that was acknowledged, and the next start is in order', async () => {
    const ground = await newGround(kind);
    const first = await startFoyer(ground.env);
    const secretKey = await secretKeyOf(first.url);
    const acknowledged: string[] = [];
    const cut = new AbortController();
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let i = 0; !cut.signal.aborted; i++) {
        const body = { email_address: [`w${writer}n${i}@example.com`], skip_password_requirement: true };
        const answer = await backend(first.url, secretKey, 'POST', '/users', body).catch(() => null);
        if (answer?.status === 200) acknowledged.push(((await answer.json().catch(() => ({}))) as { id?: string }).id ?? '');
      }
    });
    await sleep(UNTIL_THE_CUT_MS);
    await first.kill();
    cut.abort();
    await Promise.all(writers);
    expect(acknowledged.length).toBeGreaterThan(10);

    const second = await startFoyer(ground.env);
    for (const id of acknowledged.filter(Boolean)) {
      expect((await backend(second.url, secretKey, 'GET', `/users/${id}`)).status, id).toBe(200);
    }
    await second.stop();
    await ground.clear();
  });
});
