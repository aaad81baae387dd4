import { expect, it } from 'vitest';
import { startFoyer } from '../lib/servers.ts';
import { backend, hasPostgres, newGround, secretKeyOf } from './house.ts';

it.skipIf(!hasPostgres)('what one node writes the other reads, and one goes on without the other', async () => {
  const ground = await newGround('postgres');
  const [a, b] = await Promise.all([startFoyer(ground.env), startFoyer(ground.env)]);
  const secretKey = await secretKeyOf(a.url);
  expect(await secretKeyOf(b.url)).toBe(secretKey);

  const created = await backend(a.url, secretKey, 'POST', '/users', { email_address: ['two@example.com'], skip_password_requirement: true });
  const { id } = (await created.json()) as { id: string };
  expect((await backend(b.url, secretKey, 'GET', `/users/${id}`)).status).toBe(200);

  const { jwt, kids } = await sessionToken(a.url, b.url, secretKey, id);
  const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()) as { kid: string };
  expect(kids).toContain(header.kid);

  await a.kill();
  expect((await backend(b.url, secretKey, 'GET', `/users/${id}`)).status).toBe(200);
  await b.stop();
  await ground.clear();
});

/** A session begun on one node, its token minted by the other, and the keys that the first one shows. */
async function sessionToken(one: string, other: string, secretKey: string, userId: string): Promise<{ jwt: string; kids: string[] }> {
  const session = (await (await backend(one, secretKey, 'POST', '/sessions', { user_id: userId })).json()) as { id: string };
  const { jwt } = (await (await backend(other, secretKey, 'POST', `/sessions/${session.id}/tokens`, {})).json()) as { jwt: string };
  const { keys } = (await (await fetch(`${one}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] };
  return { jwt, kids: keys.map(({ kid }) => kid) };
}
