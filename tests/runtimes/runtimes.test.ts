import { EdgeVM } from '@edge-runtime/vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWorker, runProgram, startWorkerd, tool } from './runtimes.ts';
import { startInstance, type Instance } from './scenario/instance.ts';

const SIGNED_IN = { status: 'signed-in', reason: null, userId: 'user_1', sends: [] };

/** What the scenario comes to, wherever it runs. */
const OUTCOME = {
  withKey: 'user_1',
  withKeySet: 'user_1',
  forged: 'token-invalid-signature',
  header: SIGNED_IN,
  cookie: SIGNED_IN,
  offline: SIGNED_IN,
  stranger: { status: 'signed-out', reason: 'session-token-and-uat-missing', userId: null, sends: [] },
  handshake: { status: 'handshake', reason: 'client-uat-but-no-session-token', userId: null, sends: ['location', 'set-cookie'] },
  returned: { ...SIGNED_IN, sends: ['set-cookie', 'set-cookie'] },
  decoded: 'sess_1',
  webhook: 'user.created',
  changedWebhook: 'No matching signature found',
  user: ['user_1', 'Ada'],
  created: ['user_2', 'Zoë'],
  uploaded: ['user_1', 'Pictured'],
  missing: [true, 404, 'resource_not_found', 'trace_1'],
  busy: ['user_busy', 'Patient'],
};

describe('@foyer/backend does the same', () => {
  let instance: Instance;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ instance, stop } = await startInstance());
  });
  afterAll(() => stop());

  it.each([
    ['Node, imported', process.execPath, ['main.mjs']],
    ['Node, required', process.execPath, ['main.cjs']],
    ['Bun, imported', tool('bun'), ['main.mjs']],
    ['Bun, required', tool('bun'), ['main.cjs']],
    ['Deno', tool('deno'), ['run', '--no-lock', '--node-modules-dir=manual', '--allow-net', '--allow-env', '--allow-read', 'main.mjs']],
  ])('in %s', async (_runtime, command, args) => {
    expect(await runProgram(command, args, instance)).toEqual(OUTCOME);
  });

  it('in workerd, which has nothing of Node', async () => {
    const { url, stop: stopWorkerd } = await startWorkerd(await bundleWorker('esm'));
    try {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(instance) });
      expect(response.ok ? await response.json() : await response.text()).toEqual(OUTCOME);
    } finally {
      stopWorkerd();
    }
  });

  it('in the edge runtime of Next.js', async () => {
    const edge = new EdgeVM({ initialCode: `${await bundleWorker('iife')};globalThis.worker = worker.default` });
    const request = JSON.stringify(JSON.stringify(instance));
    const response = (await edge.evaluate(`worker.fetch(new Request('http://worker.test', { method: 'POST', body: ${request} }))`)) as Response;
    expect(response.ok ? await response.json() : await response.text()).toEqual(OUTCOME);
  });
});
