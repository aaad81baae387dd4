import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import type { RateLimitName } from '../rate-limits.ts';
import { BACKEND_PREFIX } from './address.ts';
import type { Asking, RequestContext } from './facts.ts';
import { sendJson } from './json.ts';
import { networkOf } from './network.ts';

/**
 * Who may call a Frontend API route: anyone, someone with a client, a signed-in person (`user`), or only
 * that person themselves and nobody who acts as them (`self`). For
 * `unchecked` routes nobody is identified: public documents, and routes that do it in a query of their own.
 */
export type Asker = 'unchecked' | 'anyone' | 'client' | 'user' | 'self';

/** Everything that is declared about a route: its documentation and its rules. */
export interface RouteOptions<P extends TObject, Q extends TObject, B extends TSchema> {
  /** One line for the API reference. */
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Schema of the 200 answer, for the API reference. */
  response: TSchema;
}

export interface BackendRouteOptions<P extends TObject, Q extends TObject, B extends TSchema> extends RouteOptions<P, Q, B> {
  /** Not counted against the instance's rate limit (`GET /v1/jwks`). */
  unlimited?: boolean;
}

export interface FrontendRouteOptions<P extends TObject, Q extends TObject, B extends TSchema> extends RouteOptions<P, Q, B> {
  asker: Asker;
  /** Requests of one address that are let through in a time. */
  rateLimit?: RateLimitName;
  /** Answers the resource alone instead of `{ response, client }` (protocol §3 lists these routes). */
  bare?: boolean;
  /**
   * A change that whoever finds an open browser must not make: it asks for a recent proof of who one is
   * (guides/secure/reverification). Where it depends on what is changed, a question to the body.
   */
  sensitive?: boolean | ((body: Static<B>) => boolean);
}

export interface Input<P extends TObject, Q extends TObject, B extends TSchema> {
  params: Static<P>;
  query: Static<Q>;
  body: Static<B>;
  /** The raw request, for uploads only. */
  request: FastifyRequest;
}

/** Answers a route with a resource, a {@link Redirect}, a {@link Raw} answer or {@link NO_CONTENT}. */
export type Handler<P extends TObject, Q extends TObject, B extends TSchema> = (
  ctx: RequestContext,
  input: Input<P, Q, B>,
) => Promise<unknown>;

/** An answer that sends the browser elsewhere. */
export class Redirect {
  readonly location: string;
  readonly status: number;
  constructor(location: string, status: 302 | 303 | 307 = 307) {
    this.location = location;
    this.status = status;
  }
}

/** An answer that is not JSON: a page, an image. */
export class Raw {
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(contentType: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200) {
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
    this.status = status;
  }
}

/** An answer without a body (204). */
export const NO_CONTENT = Symbol('no content');

type Empty = TObject<Record<never, never>>;
type Verb<Options extends 'frontend' | 'backend'> = <P extends TObject = Empty, Q extends TObject = Empty, B extends TSchema = Empty>(
  path: string,
  options: Options extends 'frontend' ? FrontendRouteOptions<P, Q, B> : BackendRouteOptions<P, Q, B>,
  handler: Handler<P, Q, B>,
) => void;

interface Verbs<Options extends 'frontend' | 'backend'> {
  get: Verb<Options>;
  post: Verb<Options>;
  put: Verb<Options>;
  patch: Verb<Options>;
  delete: Verb<Options>;
}

export type FrontendRoutes = Verbs<'frontend'>;
export type BackendRoutes = Verbs<'backend'>;

/** What the access wing does for every Frontend API route. */
export interface FrontendAuthority {
  /** Finds out who is asking; throws the documented error when the route needs more than there is. */
  identify(ctx: RequestContext, needed: Asker): Promise<Asking>;
  /** Throws the documented error when the person who asks has not proved lately who they are. */
  requireRecentProof(ctx: RequestContext): Promise<void>;
  /** The client resource that travels with every answer, `null` when there is none. */
  clientResource(ctx: RequestContext): Promise<unknown>;
  /** Writes the cookies or headers that carry the client, after the route has done its work. */
  remember(ctx: RequestContext): Promise<void>;
}

/** Finds the instance and builds the context of a request; the caller of a backend route must hold its secret key. */
export interface ContextSource {
  forFrontend(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
  forBackend(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
}

/** A route as it was declared, for the API reference and the status table. */
export interface DeclaredRoute {
  face: 'frontend' | 'backend';
  method: string;
  path: string;
  options: RouteOptions<TObject, TObject, TSchema> & { bare?: boolean };
}

/** The context of each request, from its first hook to its handler. */
const contexts = new WeakMap<FastifyRequest, RequestContext>();

function contextOf(request: FastifyRequest): RequestContext {
  const ctx = contexts.get(request);
  if (!ctx) throw new Error('A request came to its handler without its context.');
  return ctx;
}

/** The verbs by which rooms declare their Frontend API routes; each route is also noted in `declared`. */
export function frontendRoutes(app: FastifyInstance, source: ContextSource, authority: FrontendAuthority, declared: DeclaredRoute[]): FrontendRoutes {
  return verbs<'frontend'>((method, path, options, handler) => {
    declared.push({ face: 'frontend', method, path, options });
    app.route({
      method,
      url: path,
      schema: fastifySchema(options),
      config: { face: 'frontend', bare: options.bare ?? false },
      // Before the body is read, as at the Backend API: who may not ask has nothing read, checked or explained.
      onRequest: async (request, reply) => {
        const ctx = await source.forFrontend(request, reply);
        if (options.rateLimit) await ctx.platform.rateLimits.consume(options.rateLimit, `${ctx.instance.id}:${networkOf(ctx.http.ip)}`);
        Object.assign(ctx.asking, await authority.identify(ctx, options.asker));
        contexts.set(request, ctx);
      },
      handler: async (request, reply) => {
        const ctx = contextOf(request);
        const input = inputOf(request);
        if (isSensitive(options, input.body)) await authority.requireRecentProof(ctx);
        const result = await handler(ctx, input);
        await authority.remember(ctx);
        if (isFinal(result)) return answer(reply, result);
        const body = options.bare ? result : { response: result, client: await authority.clientResource(ctx) };
        return answer(reply, body);
      },
    });
  });
}

/** The verbs by which rooms declare their Backend API routes; each route is also noted in `declared`. */
export function backendRoutes(app: FastifyInstance, source: ContextSource, declared: DeclaredRoute[]): BackendRoutes {
  return verbs<'backend'>((method, path, options, handler) => {
    declared.push({ face: 'backend', method, path, options });
    app.route({
      method,
      url: BACKEND_PREFIX + path,
      schema: fastifySchema(options),
      config: { face: 'backend' },
      // Before the body is read.
      onRequest: async (request, reply) => {
        const ctx = await source.forBackend(request, reply);
        if (!options.unlimited) await ctx.platform.rateLimits.consume(ctx.instance.environmentType === 'production' ? 'backendProduction' : 'backendDevelopment', ctx.instance.id);
        contexts.set(request, ctx);
      },
      handler: async (request, reply) => answer(reply, await handler(contextOf(request), inputOf(request))),
    });
  });
}

type AnyOptions = FrontendRouteOptions<TObject, TObject, TSchema> & BackendRouteOptions<TObject, TObject, TSchema>;

function verbs<O extends 'frontend' | 'backend'>(
  add: (method: HTTPMethods, path: string, options: AnyOptions, handler: Handler<TObject, TObject, TSchema>) => void,
): Verbs<O> {
  const verb = (method: HTTPMethods) =>
    ((path: string, options: AnyOptions, handler: Handler<TObject, TObject, TSchema>) => add(method, path, options, handler)) as unknown as Verb<O>;
  return { get: verb('GET'), post: verb('POST'), put: verb('PUT'), patch: verb('PATCH'), delete: verb('DELETE') };
}

function fastifySchema(options: AnyOptions) {
  return {
    summary: options.summary,
    tags: [options.tag],
    ...(options.params && { params: options.params }),
    ...(options.query && { querystring: options.query }),
    ...(options.body && { body: options.body }),
    response: { 200: options.response },
  };
}

function inputOf(request: FastifyRequest): Input<TObject, TObject, TSchema> {
  return { params: request.params as object, query: request.query as object, body: (request.body ?? {}) as object, request } as Input<TObject, TObject, TSchema>;
}

function isSensitive({ sensitive = false }: Pick<AnyOptions, 'sensitive'>, body: unknown): boolean {
  return typeof sensitive === 'function' ? sensitive(body) : sensitive;
}

function isFinal(result: unknown): boolean {
  return result instanceof Redirect || result instanceof Raw || result === NO_CONTENT;
}

/** Sends what a handler answered. */
export function answer(reply: FastifyReply, result: unknown): FastifyReply {
  if (result === NO_CONTENT) return reply.code(204).send();
  if (result instanceof Redirect) return reply.header('cache-control', 'no-store').redirect(result.location, result.status);
  if (result instanceof Raw) return reply.code(result.status).headers(result.headers).header('content-type', result.contentType).send(result.body);
  return sendJson(reply, result);
}
