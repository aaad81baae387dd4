import { beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';

const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;

/** What an answer shows, without what differs between any two. */
const shapeOf = (answer: Answer, identifier: string) =>
  JSON.parse(
    JSON.stringify(answer.body.errors ?? answer.body.response, (key, value) => (['id', 'abandon_at', 'expire_at'].includes(key) || key.endsWith('_id') ? '*' : value)).replaceAll(identifier, 'IDENTIFIER'),
  );

let count = 0;
const realAddress = () => `hidden-${process.pid}-${Date.now()}-${count++}@example.com`;

describe('under enumeration protection', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attack_protection: { enumeration_protection: true, lockout_max_attempts: 3 } } });
  });

  async function someone(then?: 'ban' | 'lock'): Promise<string> {
    const email = realAddress();
    const { userId } = await signedIn(test, { email_address: [email] });
    if (then) expect((await test.bapi('POST', `/v1/users/${userId}/${then}`)).status).toBe(200);
    return email;
  }

  /** Everything that someone without any proof gets to see. */
  async function seenByStrangers(identifier: string) {
    const browser = test.browser();
    const begun = await browser.post('/v1/client/sign_ins', { identifier });
    const path = `/v1/client/sign_ins/${begun.body.response.id}`;
    const answers = [
      begun,
      await browser.post(`${path}/attempt_first_factor`, { strategy: 'password', password: 'a guess of somebody' }),
      await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' }),
      await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: '111111' }),
      await browser.get(path),
      await test.browser().post('/v1/client/sign_ins', { identifier, password: 'a guess of somebody' }),
      await test.browser().post('/v1/client/sign_ins', { identifier, strategy: 'email_code' }),
    ];
    return answers.map((answer) => [answer.status, shapeOf(answer, identifier)]);
  }

  it('banned and locked people look like everyone else, and like nobody', async () => {
    const nobody = await seenByStrangers(realAddress());
    for (const email of [await someone(), await someone('ban'), await someone('lock')]) expect(await seenByStrangers(email)).toEqual(nobody);
  });

  it('guesses lock an account without a word, and then none is right any more', async () => {
    const email = await someone();
    const guess = async (password: string) => codeOf(await test.browser().post('/v1/client/sign_ins', { identifier: email, password }));
    for (let tries = 0; tries < 3; tries++) expect(await guess('a guess of somebody')).toBe('form_password_incorrect');
    expect(await guess(PASSWORD)).toBe('form_password_incorrect');
    const { messages } = await testApp();
    expect(messages.get(`${test.instance.id}:${email}`)?.template).toBe('account_locked');
    const { body } = await test.bapi('GET', '/v1/users', { query: { email_address: email } });
    await test.bapi('POST', `/v1/users/${body[0].id}/unlock`);
    expect(await guess(PASSWORD)).toBeUndefined();
  });

  it('nothing is sent to who is locked, and who is banned hears it with their proof', async () => {
    const { messages } = await testApp();
    const locked = await someone('lock');
    messages.delete(`${test.instance.id}:${locked}`);
    await test.browser().post('/v1/client/sign_ins', { identifier: locked, strategy: 'email_code' });
    expect(messages.has(`${test.instance.id}:${locked}`)).toBe(false);
    const banned = await someone('ban');
    expect(codeOf(await test.browser().post('/v1/client/sign_ins', { identifier: banned, password: PASSWORD }))).toBe('user_banned');
  });
});
