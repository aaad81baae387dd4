import { expect, it } from 'vitest';
import { createTestInstance } from '../../testing/app.ts';
import { address, signedIn } from '../testing/people.ts';

it('a change of what belongs to a user is a change of the user', async () => {
  const test = await createTestInstance({ settings: { attributes: { authenticator_app: { enabled: true } } } });
  const { browser, userId } = await signedIn(test);
  const changed = async () => ((await test.bapi('GET', `/v1/users/${userId}`)).body as { updated_at: number }).updated_at;
  const times = [await changed()];
  for (const change of [
    () => browser.post('/v1/me/email_addresses', { email_address: address('more') }),
    () => test.bapi('POST', '/v1/email_addresses', { json: { user_id: userId, email_address: address('by-server'), verified: true } }),
  ]) {
    expect((await change()).status).toBe(200);
    times.push(await changed());
  }
  expect(new Set(times).size).toBe(times.length);
  expect(times).toEqual(times.toSorted());
});
