import fastify, { type RouteOptions } from 'fastify';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { openApiDocument, type RouteDefinition, type Schema } from './openapi.ts';
import * as s from './schemas.ts';

const OPTIONS = { title: 'Test', version: '2025-11-10', error: s.Errors };

describe('openApiDocument', () => {
  it('names what has a title and refers to it', () => {
    const document = openApiDocument(
      [
        {
          method: 'POST',
          path: '/v1/client/sign_ins/:sign_in_id/attempt_first_factor',
          summary: 'Attempt the first factor',
          tags: ['Sign-ins'],
          body: s.AttemptFirstFactorParams,
          bodyType: 'application/x-www-form-urlencoded',
          responses: { 200: s.envelope('ClientWrappedSignIn', s.SignIn) },
        },
        { method: 'GET', path: '/v1/users', query: s.ListUsersQuery, responses: { 200: s.BackendUsers } },
        { method: 'GET', path: '/v1/client/handshake', query: s.HandshakeQuery, responses: { 307: null } },
      ],
      OPTIONS,
    );
    expect(document.paths['/v1/client/sign_ins/{sign_in_id}/attempt_first_factor']?.['post']).toMatchObject({
      operationId: 'post_v1_client_sign_ins_by_sign_in_id_attempt_first_factor',
      parameters: [{ name: 'sign_in_id', in: 'path', required: true }],
      requestBody: { required: true },
      responses: {
        200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/ClientWrappedSignIn' } } } },
        default: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } } },
      },
    });
    const { schemas } = document.components;
    expect(schemas).toHaveProperty('SignIn.properties.supported_first_factors.items.$ref', '#/components/schemas/SignInFactor');
    expect(Object.keys(schemas)).toEqual(Object.keys(schemas).sort());
    expect(document.paths['/v1/client/handshake']?.['get']).toMatchObject({ responses: { 307: { description: 'Elsewhere' } } });
  });

  it('has no reference without a component', () => {
    const responses = { 200: Type.Union([s.Client, s.BackendClient, s.Environment, s.BackendSession, s.SessionReverification]) };
    const text = JSON.stringify(openApiDocument([{ method: 'GET', path: '/all', responses }], OPTIONS));
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const references = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(50);
    for (const name of references) expect(components.schemas).toHaveProperty([name]);
  });

  it('refuses two schemas of one name', () => {
    const routes = [Type.String({ title: 'Same' }), Type.Integer({ title: 'Same' })].map((schema, i) => ({
      method: 'GET',
      path: `/${i}`,
      responses: { 200: schema },
    }));
    expect(() => openApiDocument(routes, OPTIONS)).toThrow('Same');
  });

  it('works with the routes of a Fastify server, which validates and coerces by the same schemas', async () => {
    const routes: RouteDefinition[] = [];
    const app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } } });
    app.addHook('onRoute', (route: RouteOptions) => {
      const { querystring, body } = (route.schema ?? {}) as { querystring?: Schema; body?: Schema };
      routes.push({ method: String(route.method), path: route.url, ...(querystring && { query: querystring }), ...(body && { body }) });
    });
    app.get('/users', { schema: { querystring: s.ListUsersQuery } }, (request) => request.query);
    app.post('/me/phone_numbers', { schema: { body: s.CreateMyPhoneNumberParams } }, (request) => request.body);
    await app.ready();

    const list = await app.inject({ url: '/users?user_id=user_1&banned=false&__clerk_api_version=2025-11-10' });
    expect(list.json()).toMatchObject({ user_id: ['user_1'], banned: false, limit: 10, offset: 0, order_by: '-created_at' });

    const create = (payload: object) => app.inject({ method: 'POST', url: '/me/phone_numbers', payload });
    expect((await create({ phone_number: '+12015550100', reserved_for_second_factor: null })).json()).toEqual({
      phone_number: '+12015550100',
      reserved_for_second_factor: null,
    });
    expect((await create({ phone_number: '+12015550100', reserved_for_second_factor: 'true' })).json()).toMatchObject({
      reserved_for_second_factor: true,
    });
    expect((await create({ phone_number: '+12015550100', colour: 'red' })).statusCode).toBe(400);

    const document = openApiDocument(routes.filter((route) => route.method !== 'HEAD'), OPTIONS);
    expect(document.paths['/users']?.['get']).toMatchObject({
      parameters: expect.arrayContaining([{ name: 'limit', in: 'query', required: false, schema: expect.objectContaining({ maximum: 500 }) }]),
    });
    await app.close();
  });
});
