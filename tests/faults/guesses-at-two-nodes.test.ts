import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedInstances, type Seeded } from '../lib/seed.ts';
import { startFoyer, type Server } from '../lib/servers.ts';
import { backend, hasPostgres, newGround, type Ground } from './house.ts';

const PASSWORD = 'violet lantern 7 river';
const SETTINGS = { attack_protection: { lockout_max_attempts: 4 } };

describe.skipIf(!hasPostgres)('guesses at two nodes', () => {
  let ground: Ground;
  let seeded: Seeded;
  let nodes: Server[];
  beforeAll(async () => {
    ground = await newGround('postgres');
    const [first] = await seedInstances(ground.env, [{ environmentType: 'development', slug: 'shared', settings: SETTINGS }]);
    if (!first) throw new Error('No instance was made.');
    seeded = first;
    nodes = await Promise.all([startFoyer(ground.env), startFoyer(ground.env)]);
  });
  afterAll(async () => {
    await Promise.all((nodes ?? []).map((node) => node.stop()));
    await ground?.clear();
  });

  /** A native app that asks the nodes in turn. */
  function app() {
    let token = '';
    let turn = 0;
    return async (path: string, form: Record<string, string>) => {
      const node = nodes[turn++ % nodes.length];
      const answer = await fetch(`${node?.url}/i/shared/v1/client/sign_ins${path}?_is_native=1`, { method: 'POST', body: new URLSearchParams(form), headers: { authorization: token } });
      token = answer.headers.get('authorization') ?? token;
      return (await answer.json()) as { response: { id: string; status: string }; errors?: { code: string }[] };
    };
  }

  async function somebody(name: string): Promise<string> {
    const email = `${name}+clerk_test@example.com`;
    const { status } = await backend(nodes[0]?.url ?? '', seeded.secretKey, 'POST', '/users', { email_address: [email], password: PASSWORD });
    expect(status).toBe(200);
    return email;
  }

  it('count together', async () => {
    const email = await somebody('password');
    const ask = app();
    const guess = async (password: string) => (await ask('', { identifier: email, password })).errors?.[0]?.code;
    for (let guesses = 0; guesses < 4; guesses++) expect(await guess('another lantern 8')).toBe('form_password_incorrect');
    expect([await guess(PASSWORD), await guess(PASSWORD)]).toEqual(['user_locked', 'user_locked']);
  });

  it('with a right code are right once', async () => {
    const email = await somebody('code');
    const ask = app();
    const { id } = (await ask('', { identifier: email, strategy: 'email_code' })).response;
    const attempt = (code: string) => ask(`/${id}/attempt_first_factor`, { strategy: 'email_code', code });
    expect((await attempt('111111')).errors?.[0]?.code).toBe('form_code_incorrect');
    expect((await attempt('424242')).response.status).toBe('complete');
    expect((await attempt('424242')).errors).toHaveLength(1);
  });
});
