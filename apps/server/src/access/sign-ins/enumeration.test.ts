import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashesComputed } from '../../people/passwords/hashing.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';

const PATH = '/v1/client/sign_ins';
const PASSWORD = 'violet lantern 7 river';
const ROUNDS = 9;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('under enumeration protection, a wrong password', () => {
  let test: TestInstance;
  const people = { password: 'known@example.com', 'no password': 'plain@example.com', 'a hash of another system': 'moved@example.com', nobody: 'unknown@example.com' };
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attack_protection: { enumeration_protection: true } } });
    const create = async (json: object) => expect((await test.bapi('POST', '/v1/users', { json })).status).toBe(200);
    await create({ email_address: [people.password], password: PASSWORD });
    await create({ email_address: [people['no password']], skip_password_requirement: true });
    await create({ email_address: [people['a hash of another system']], password_hasher: 'md5', password_digest: createHash('md5').update(PASSWORD).digest('hex') });
  });

  /** Signs in step by step with a wrong password; what it cost, and what it told. */
  async function attempt(identifier: string): Promise<{ ms: number; hashes: number; answer: unknown }> {
    const browser = test.browser();
    const begun = await browser.post(PATH, { identifier });
    const hashes = hashesComputed();
    const start = performance.now();
    const { status, body } = await browser.post(`${PATH}/${begun.body.response.id}/attempt_first_factor`, { strategy: 'password', password: 'not the password' });
    return { ms: performance.now() - start, hashes: hashesComputed() - hashes, answer: [status, body.errors] };
  }

  it('costs the same work and tells the same, whoever it is for', async () => {
    const known = await attempt(people.password);
    expect(known.hashes).toBe(1);
    for (const identifier of [people['no password'], people.nobody]) {
      const { hashes, answer } = await attempt(identifier);
      expect([hashes, answer]).toEqual([known.hashes, known.answer]);
    }
    // Of another system’s hash there is one more to check, and never only that.
    const moved = await attempt(people['a hash of another system']);
    expect([moved.hashes, moved.answer]).toEqual([2, known.answer]);
  });

  it('takes the same time, within noise', { timeout: 180_000 }, async () => {
    const times = new Map(Object.values(people).map((identifier) => [identifier, [] as number[]]));
    // In turns, so that whatever else the machine does falls on all alike.
    for (let round = 0; round < ROUNDS; round++) for (const [identifier, spent] of times) spent.push((await attempt(identifier)).ms);
    const [known = 0, ...others] = [...times.values()].map(median);
    for (const other of others) expect(other / known, [known, ...others].join(', ')).toSatisfy((ratio: number) => ratio > 0.5 && ratio < 2);
  });
});
