import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { sumUp } from './counts.ts';

describe('the directory of users', () => {
  let test: TestInstance;
  let id: string;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { username: { enabled: true }, first_name: { enabled: true } } } });
    id = (await create('first@directory.example', { first_name: 'Grace', username: 'grace_h' })).id;
  });

  const create = async (email: string, more: object = {}) =>
    (await test.bapi('POST', '/v1/users', { json: { email_address: [email], skip_password_requirement: true, ...more } })).body as { id: string };
  const found = async (query: string, where = test) =>
    ((await where.bapi('GET', '/v1/users', { query: { query } })).body as { id: string }[]).map((user) => user.id);
  const counted = async () => ((await test.bapi('GET', '/v1/users/count')).body as { total_count: number }).total_count;

  it('follows every change of a user and of what belongs to them', async () => {
    await test.bapi('PATCH', `/v1/users/${id}`, { json: { first_name: 'Edith', external_id: 'crm-77' } });
    expect([await found('grac'), await found('edith'), await found('CRM-77')]).toEqual([[id], [id], [id]]);
    await test.bapi('PATCH', `/v1/users/${id}`, { json: { username: 'edith_c' } });
    expect(await found('grace')).toEqual([]);

    const added = await test.bapi('POST', '/v1/email_addresses', { json: { user_id: id, email_address: 'second@directory.example', verified: true } });
    expect(await found('second@dir')).toEqual([id]);
    await test.bapi('DELETE', `/v1/email_addresses/${added.body.id}`);
    expect(await found('second@dir')).toEqual([]);
  });

  it('is each instance’s own', async () => {
    const other = await createTestInstance();
    expect(await found('directory.example', other)).toEqual([]);
  });

  it('counts who is there, before and after the sum is drawn', async () => {
    const before = await counted();
    const { id: gone } = await create('gone@directory.example');
    await create('stays@directory.example');
    expect(await counted()).toBe(before + 2);
    await test.bapi('DELETE', `/v1/users/${gone}`);
    expect(await counted()).toBe(before + 1);
    expect(await found('gone@')).toEqual([]);

    for (let n = 0; n < 101; n += 1) await test.ctx.db.insertInto('user_counts').values({ instance_id: test.instance.id, users: 1 }).execute();
    await sumUp(test.ctx.db);
    const rows = await test.ctx.db.selectFrom('user_counts').selectAll().where('instance_id', '=', test.instance.id).execute();
    expect(rows).toEqual([{ instance_id: test.instance.id, users: before + 1 + 101 }]);
  });
});
