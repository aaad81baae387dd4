import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { createProductionInstance, type ProductionInstance } from '../testing/production.ts';
import { timeTravel } from '../testing/travel.ts';
import { rotatingTokenNonce } from './rotating-nonce.ts';
import { createClient, findClient, replaceToken } from './service.ts';

const travel = timeTravel();

describe('rotating_token_nonce', () => {
  let test: ProductionInstance;
  beforeAll(async () => {
    test = await createProductionInstance();
  });

  /** A native client whose token was replaced where the app could not see it. */
  async function rotatedElsewhere() {
    const { id, token } = await createClient(test.ctx, { native: true, cookie: false });
    await replaceToken(test.ctx, id, false);
    const client = await findClient(test.ctx, id);
    if (!client) throw new Error('The client is gone.');
    return { id, token, nonce: rotatingTokenNonce(test.ctx, client) };
  }

  const read = (authorization: string, nonce: string) =>
    test.send('GET', '/v1/client', { query: { _is_native: '1', rotating_token_nonce: nonce }, headers: { authorization } });

  it('is exchanged, with the old token, for the new one', async () => {
    const { id, token, nonce } = await rotatedElsewhere();
    await travel(MINUTE);
    const { body, headers } = await read(token, nonce);
    expect(body.response.id).toBe(id);
    const renewed = String(headers['authorization']);
    expect((await read(renewed, '')).body.response.id).toBe(id);
    expect((await read(token, nonce)).body.response).toBeNull();
  });

  it('is exchanged once, however many ask', async () => {
    const { token, nonce } = await rotatedElsewhere();
    const answers = await Promise.all([read(token, nonce), read(token, nonce), read(token, nonce)]);
    expect(answers.filter(({ headers }) => headers['authorization'] !== undefined)).toHaveLength(1);
  });

  it('is worth nothing alone, made up, or late', async () => {
    const { token, nonce } = await rotatedElsewhere();
    const other = await rotatedElsewhere();
    await travel(MINUTE);
    expect((await read('nothing', nonce)).body.response).toBeNull();
    expect((await read(token, other.nonce)).body.response).toBeNull();
    expect((await read(token, 'made-up')).body.response).toBeNull();
    await travel(10 * MINUTE);
    expect((await read(token, nonce)).body.response).toBeNull();
  });
});
