import { describe, expect, it } from 'vitest';
import { signedIn } from '../../people/testing/people.ts';
import { createTestInstance } from '../../testing/app.ts';

describe('trusted devices of native apps', () => {
  it('nobody has any, and nobody is found by another instance', async () => {
    const [test, other] = [await createTestInstance(), await createTestInstance()];
    const { userId } = await signedIn(test);
    const path = `/v1/users/${userId}/trusted_devices`;
    expect((await test.bapi('GET', path)).body).toEqual({ data: [], total_count: 0 });
    expect((await test.bapi('DELETE', `${path}/td_none`)).status).toBe(404);
    expect((await other.bapi('GET', path)).status).toBe(404);
  });
});
