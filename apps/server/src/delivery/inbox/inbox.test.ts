import { beforeAll, describe, expect, it } from 'vitest';
import { emit } from '../../platform/context.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { toAnswer } from '../../testing/browser.ts';

let test: TestInstance;
let other: TestInstance;

function send(to: string, code: string): Promise<void> {
  return emit(test.ctx, 'message.wanted', { channel: 'email', template: 'verification_code', to, userId: null, variables: { code } });
}

async function read({ instance }: TestInstance, query = '') {
  const { http } = await testApp();
  return toAnswer(await http.inject(`/i/${instance.slug}/inbox/messages${query}`));
}

beforeAll(async () => {
  test = await createTestInstance();
  other = await createTestInstance();
  await send('first@example.com', '111111');
  for (let i = 0; i < 101; i++) await send('many@example.com', String(200000 + i));
});

describe('the inbox', () => {
  it('shows the newest messages first, with their codes', async () => {
    const { status, body } = await read(test);
    expect([status, body.data.length, body.data[0].code]).toEqual([200, 100, '200100']);
  });

  it('finds those to one address, however many came since', async () => {
    const { body } = await read(test, `?to=${encodeURIComponent('first@example.com')}`);
    expect(body).toMatchObject({ total_count: 1, data: [{ to: 'first@example.com', code: '111111' }] });
    expect((await read(test, '?to=nobody@example.com')).body).toEqual({ data: [], total_count: 0 });
  });

  it('is of one instance', async () => {
    expect((await read(other)).body.data).toEqual([]);
  });

  it('is not there for production', async () => {
    const live = await createTestInstance({ environmentType: 'production' });
    const { http } = await testApp();
    for (const path of ['/inbox', '/inbox/messages']) {
      const answer = await http.inject(`/i/${live.instance.slug}${path}`);
      expect([answer.statusCode, answer.json().errors[0].code]).toEqual([404, 'resource_not_found']);
    }
  });
});
