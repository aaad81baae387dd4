import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { createTestInstance } from '../../testing/app.ts';
import { Instances } from './service.ts';

/** Instances over the database of the tests, which counts questions and can be made to fail. */
async function counted() {
  const { ctx, instance } = await createTestInstance();
  const state = { questions: 0, broken: false };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      state.questions += 1;
      if (state.broken) throw new Error('the database is away');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { instance, state, instances: new Instances({ ...ctx.platform, db: ctx.platform.db.withPlugin(plugin) }) };
}

it('asks once for those who come at the same time', async () => {
  const { instance, instances, state } = await counted();
  const found = await Promise.all(Array.from({ length: 5 }, () => instances.bySlug(instance.slug)));
  expect(found.map((one) => one?.id)).toEqual(Array(5).fill(instance.id));
  expect(state.questions).toBe(1);
});

it('does not remember a failure', async () => {
  const { instance, instances, state } = await counted();
  state.broken = true;
  await expect(instances.byId(instance.id)).rejects.toThrow('the database is away');
  state.broken = false;
  expect((await instances.byId(instance.id))?.slug).toBe(instance.slug);
});
