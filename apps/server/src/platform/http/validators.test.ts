import { Ajv } from 'ajv';
import fastify from 'fastify';
import { expect, it, vi } from 'vitest';
import { compileWhenNeeded } from './validators.ts';

it('compiles a schema once the first request needs it, and tells what is wrong', async () => {
  const compile = vi.spyOn(Ajv.prototype, 'compile');
  const app = fastify({ ajv: { onCreate: compileWhenNeeded } });
  app.post('/', { schema: { body: { type: 'object', properties: { age: { type: 'integer' } }, required: ['age'] } } }, (request) => request.body);
  await app.ready();
  expect(compile).not.toHaveBeenCalled();

  const post = (payload: object) => app.inject({ method: 'POST', url: '/', payload });
  expect((await post({ age: '7' })).json()).toEqual({ age: 7 });
  expect((await post({})).json()).toMatchObject({ statusCode: 400, message: "body must have required property 'age'" });
  expect((await post({ age: 'old' })).json()).toMatchObject({ statusCode: 400, message: 'body/age must be integer' });
  expect(compile).toHaveBeenCalledTimes(1);
  compile.mockRestore();
});
