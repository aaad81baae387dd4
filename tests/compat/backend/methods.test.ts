import { createClerkClient } from '@clerk/backend';
import * as foyer from '@foyer/backend';
import { describe, expect, inject, it } from 'vitest';
import * as ourClasses from '../../../packages/backend/src/resources/index.ts';
import fixture from '../../../packages/backend/src/fixtures/api-calls.json' with { type: 'json' };
import { developmentBrowser, Frontend, prefixOf } from '../house/frontend.ts';
import { kindOf, shapeOf } from './methods/kind.ts';
import { LATER } from './methods/later.ts';
import { callMethod, type AnyRow, type Client } from './methods/row.ts';
import { ROWS, type InstanceName } from './methods/table.ts';
import { createWorld, type World } from './methods/world.ts';

const house = inject('house');
const { url, apiUrl, productionPorts } = house;
const googleTokens = [...house.googleTokens];

type NewClient = (secretKey: string) => Client;
const official: NewClient = (secretKey) => createClerkClient({ apiUrl, secretKey });
/** That its types fit is tested with the types; here it takes the place of the official one. */
const ours: NewClient = (secretKey) => foyer.createClerkClient({ apiUrl, secretKey }) as unknown as Client;

const LATER_METHODS = Object.values(LATER).flat();

it('every method of the official client is in the table, or known to come later', () => {
  const all = fixture.methods.map(({ method }) => method);
  expect([...ROWS.map(({ method }) => method), ...LATER_METHODS].toSorted()).toEqual(all.toSorted());
});

describe('every method, called with both clients', () => {
  it.each(ROWS)('$method', async ({ method, on, row }) => {
    const theirs = await run(official, method, on, row);
    const mine = await run(ours, method, on, row);
    // Ours may hold more: it leaves out nothing that the server says.
    if (!mine.differs) expect(mine.shape, 'the answer of our client').toMatchObject(theirs.shape);
  });
});

async function run(newClient: NewClient, method: string, on: InstanceName, row: AnyRow) {
  const world = worldOf(newClient, on);
  const { args, answers, differs, effect } = await row(world);
  const answer = await callMethod(world.api, method, args);
  expect(kindOf(answer)).toBe(expectedKind(newClient, answers));
  await effect(answer);
  return { differs, shape: answers === 'nothing' ? {} : (shapeOf(answer) as object) };
}

/** Not every resource of ours has a class of its own: those that only hold fields are plain objects. */
function expectedKind(newClient: NewClient, answers: string): string {
  const name = /^(?:page of )?(\w+)/.exec(answers)?.[1] ?? '';
  if (newClient === official || name in ourClasses || /^[a-z]/.test(name)) return answers;
  return answers.replace(name, 'Object');
}

function worldOf(newClient: NewClient, on: InstanceName): World {
  const instance = house[on];
  const frontend = prefixOf(url, instance);
  return createWorld({
    api: newClient(instance.secretKey),
    frontend,
    clientFor: newClient,
    googleToken: () => googleTokens.pop() ?? '',
    newBrowser: async () => (on === 'directory' ? developmentBrowser(frontend) : new Frontend(frontend, `http://localhost:${productionPorts.server}`)),
  });
}

describe('what is to come', () => {
  const both = { official: official(house.directory.secretKey), ours: ours(house.directory.secretKey) };
  const ids = ['user', 'organization', 'invitation', 'domain', 'machine', 'apiKey', 'm2mToken', 'oauthApplication', 'externalAccount'].map((of) => [`${of}Id`, 'some_id']);
  const params = { ...Object.fromEntries(ids), file: new Blob(['x']), name: 'A name' };
  const values: Record<string, unknown> = { id: 'some_id', text: 'some_text', params };

  it.each(LATER_METHODS)('%s is refused with a clear error', async (method) => {
    const args = fixture.methods.find((known) => known.method === method)?.args ?? [];
    for (const client of Object.values(both)) {
      const problem: unknown = await callMethod(client, method, args.map((arg) => values[arg])).catch((error: unknown) => error);
      expect(problem).toMatchObject({ clerkError: true, status: 403, errors: [{ code: 'feature_not_implemented', longMessage: expect.stringMatching(/\w/) }], clerkTraceId: expect.stringMatching(/\w/) });
    }
  });
});
