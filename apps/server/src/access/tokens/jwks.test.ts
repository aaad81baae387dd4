import { expect, it, vi } from 'vitest';
import { rotateSigningKey } from '../../instances/keys/signing-keys.ts';
import { createTestInstance, startTestApp } from '../../testing/app.ts';

it('are read without limit by servers, other than anything else', async () => {
  const app = await startTestApp();
  const consume = vi.spyOn(app.platform.rateLimits, 'consume');
  const test = await createTestInstance({}, app);
  expect((await test.bapi('GET', '/v1/jwks')).status).toBe(200);
  expect(consume).not.toHaveBeenCalled();
  await test.bapi('GET', '/v1/users');
  expect(consume).toHaveBeenCalledWith('backendDevelopment', test.instance.id);
});

it('are the same for everybody, newest first, and of one instance', async () => {
  const test = await createTestInstance();
  const other = await createTestInstance();
  await rotateSigningKey(test.ctx);
  const forServers = (await test.bapi('GET', '/v1/jwks')).body.keys.map(({ kid }: { kid: string }) => kid);
  const forAll = (await test.browser().get('/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);
  const ofOther = (await other.bapi('GET', '/v1/jwks')).body.keys.map(({ kid }: { kid: string }) => kid);
  expect(forServers).toHaveLength(2);
  expect(forAll).toEqual(forServers);
  expect(forServers).not.toContain(ofOther[0]);
});
