import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { apiError } from '@foyer/protocol/errors';
import { decodeForm, type FormValues } from '@foyer/protocol/schemas/form';
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { TObject } from 'typebox';
import type { Config } from '../config.ts';
import { normaliseAddress } from './address.ts';
import { allowCrossOrigin } from './cors.ts';
import { answerErrors, answerUnreadableAddress } from './errors.ts';
import { answerNoRequest } from './not-http.ts';
import { refuseUnstorableText } from './storable-text.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { compileWhenNeeded } from './validators.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    face?: 'frontend' | 'backend';
    bare?: boolean;
  }
}

/** Largest body of a request that is not an upload, in bytes. */
const BODY_LIMIT = 1024 * 1024;
/** Largest uploaded image, in bytes. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** Fastify with the manners of the wire: addresses, bodies, errors, cross-origin rules, trace ids. */
export async function createHttpServer(config: Config, log: Logger): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log.child({}, { level: log.level }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(config.trustedProxies),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID().replaceAll('-', ''),
    rewriteUrl: (request) => normaliseAddress(request, config.apiHost),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', useDefaults: true, allErrors: false, strict: false, keywords: ['env'] }, onCreate: compileWhenNeeded },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerNoRequest,
    // What is logged names its trace itself; a logger a request would nearly always be made for nothing.
    childLoggerFactory: (logger) => logger,
  }) as unknown as FastifyInstance;

  // Responses are serialised by `answer`; their schemas are documentation only.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));

  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10 } });
  acceptEmptyBodies(app);
  markAnswers(app);
  refuseUnstorableText(app);
  allowCrossOrigin(app);
  answerErrors(app);
  logRequests(app, log);
  closeConnectionsAtTheEnd(app);
  return app;
}

/**
 * What the APIs answer is for one caller at one moment, and holds tokens: nobody keeps it, unless a route
 * says otherwise. Each answer names its trace, for whoever looks for it in the log.
 */
function markAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.raw.foyer?.face !== 'site') reply.header('cache-control', 'no-store').header('x-clerk-trace-id', request.id);
    done();
  });
}

/** SDKs send a JSON content type with an empty body (DELETE, bare POST): that means no parameters. */
function acceptEmptyBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) return done(null, {});
    return parse(request, body.toString(), done);
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT }, (_request, body, done) => done(null, body));

  // A form knows texts only; the route's schema says what they stand for (protocol §2).
  app.addHook('preValidation', (request, _reply, done) => {
    const { config, schema } = request.routeOptions;
    if (schema?.body) {
      // Only uploads come in parts: parameters that do would be taken for none.
      if (request.isMultipart()) return done(apiError('unsupported_content_type', { longMessage: 'This content type is not understood here. Send JSON or a form.' }));
      // No body at all is no parameters, too.
      request.body ??= {};
      if (config.face === 'frontend' && isForm(request)) request.body = decodeForm(schema.body as TObject, request.body as FormValues);
    }
    done();
  });
}

function isForm(request: FastifyRequest): boolean {
  return (
    request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true &&
    typeof request.body === 'object' &&
    request.body !== null
  );
}

/**
 * One line a request: what, how it ended, how long; never a query, a body or a header. Where nobody reads
 * such lines, only requests that failed are looked at.
 */
function logRequests(app: FastifyInstance, log: Logger): void {
  const all = log.isLevelEnabled('debug');
  app.addHook('onResponse', (request, reply, done) => {
    const failed = reply.statusCode >= 500;
    if (failed || all) {
      const path = request.url.split('?', 1)[0];
      const line = { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), trace: request.id };
      if (failed) log.error(line, 'request');
      else log.debug(line, 'request');
    }
    done();
  });
}

/** How often connections are looked at once the server is to end, in milliseconds. */
const LOOK_EVERY = 50;

/**
 * Open requests are answered before the server ends. Their connections would then stay open for the next
 * request, which never comes, and the end would wait for them.
 */
function closeConnectionsAtTheEnd(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    timer = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer);
    done();
  });
}
