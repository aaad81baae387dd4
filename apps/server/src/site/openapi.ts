import { openApiDocument, type OpenApi } from '@foyer/protocol/openapi';
import { Client } from '@foyer/protocol/schemas/resources/client';
import { Errors } from '@foyer/protocol/schemas/resources/error';
import type { FastifyInstance } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { sendJson } from '../platform/http/json.ts';
import type { DeclaredRoute } from '../platform/http/routes.ts';

/** Serves the OpenAPI documents of both APIs, generated from the routes themselves. */
export function openApiRoutes(app: FastifyInstance, declared: readonly DeclaredRoute[]): void {
  for (const [name, face] of [
    ['fapi', 'frontend'],
    ['bapi', 'backend'],
  ] as const) {
    let document: OpenApi | undefined;
    app.get(`/openapi/${name}.json`, async (_request, reply) => {
      document ??= describe(face, declared.filter((route) => route.face === face));
      return sendJson(reply.header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*'), document);
    });
  }
}

function describe(face: DeclaredRoute['face'], routes: DeclaredRoute[]): OpenApi {
  const frontend = face === 'frontend';
  return openApiDocument(
    routes.map(({ method, path, options }) => ({
      method,
      path,
      summary: options.summary,
      tags: [options.tag],
      ...(options.params && { params: options.params }),
      ...(options.query && { query: options.query }),
      ...(options.body && { body: options.body }),
      ...(frontend && { bodyType: 'application/x-www-form-urlencoded' }),
      responses: { 200: frontend && !options.bare ? wrapped(options.response) : options.response },
    })),
    {
      title: frontend ? 'Foyer Frontend API' : 'Foyer Backend API',
      version: '2025-11-10',
      description: frontend ? 'What browsers and devices talk to.' : 'What servers with a secret key talk to.',
      securitySchemes: frontend
        ? {
            ClientCookie: { type: 'apiKey', in: 'cookie', name: '__client' },
            DevBrowser: { type: 'apiKey', in: 'query', name: '__clerk_db_jwt' },
            NativeClient: { type: 'apiKey', in: 'header', name: 'Authorization' },
          }
        : { SecretKey: { type: 'http', scheme: 'bearer' } },
      error: Errors,
    },
  );
}

/** Frontend API answers carry the client beside the resource. */
function wrapped(response: TSchema): TSchema {
  return Type.Object({ response, client: Type.Union([Client, Type.Null()]) });
}
