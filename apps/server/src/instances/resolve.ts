import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Context, Instance, Platform } from '../platform/context.ts';
import type { Logger } from 'pino';
import { apiError } from '@foyer/protocol/errors';
import { NOBODY, type RequestContext } from '../platform/http/facts.ts';
import { headerOf, RequestFacts, type ReachedAt } from '../platform/http/request-facts.ts';
import type { ContextSource } from '../platform/http/routes.ts';
import type { Instances } from './instances/service.ts';
import { nameOfFapiHost } from './domains/names.ts';
import { primaryUrl, satelliteBehind } from './domains/sites.ts';
import { instanceOfSecretKey } from './keys/secret-keys.ts';

const BEARER = /^Bearer\s+(\S+)\s*$/i;

/** Builds the context of each request: which instance, which version of the API, what the caller's HTTP looked like. */
export function createContextSource(platform: Platform, instances: Instances): ContextSource {
  return {
    async forFrontend(request, reply) {
      const reached = await frontendInstance(platform, instances, request);
      return requestContext(platform, reached, request, reply);
    },
    async forBackend(request, reply) {
      const instance = await backendInstance(platform, instances, request);
      const reached = { instance, baseUrl: publicBase(platform, instance), publicUrl: publicUrl(platform, instance) };
      return requestContext(platform, reached, request, reply);
    },
  };
}

/** A context without a request: for jobs, the command line and tests. */
export function instanceContext(platform: Platform, instance: Instance): Context {
  return { platform, instance, db: platform.db, log: platform.log.child({ instance: instance.id }) };
}

/** Where this server itself shows an instance: at its root for the host it is named by, else under its slug. */
export function publicBase(platform: Platform, instance: Instance): string {
  return `${platform.config.publicUrl}/i/${instance.slug}`;
}

/** Where everybody reaches an instance's Frontend API: in production at its own host, in development, where nobody knows that host, at this server. */
export function publicUrl(platform: Platform, instance: Instance): string {
  return instance.environmentType === 'production' ? `https://${instance.fapiHost}` : publicBase(platform, instance);
}

/** An instance, and the addresses by which it was found. */
interface Reached extends ReachedAt {
  instance: Instance;
}

/**
 * Finds the instance of a Frontend API request: by the path prefix `/i/<slug>`, by the headers a
 * proxy adds (`Clerk-Proxy-Url` with `Clerk-Secret-Key`), by the host name, and else the default
 * development instance.
 */
async function frontendInstance(platform: Platform, instances: Instances, request: FastifyRequest): Promise<Reached> {
  const { host } = request;
  const ownBase = originOf(request.protocol, host);
  const slug = request.raw.foyer?.slug;
  if (slug) {
    const instance = await instances.bySlug(slug);
    if (!instance) throw apiError('resource_not_found', { cause: `no instance at /i/${slug}` });
    await refuseOnForeignHost(platform, instances, instance, request);
    const baseUrl = `${ownBase}/i/${slug}`;
    // The path names the instance whatever the host, which is the caller's to choose.
    return { instance, baseUrl, publicUrl: instance.environmentType === 'production' ? publicBase(platform, instance) : baseUrl };
  }

  const proxyUrl = headerOf(request, 'clerk-proxy-url');
  const secretKey = headerOf(request, 'clerk-secret-key');
  if (proxyUrl) {
    if (!secretKey) throw apiError('proxy_request_missing_secret_key');
    const instanceId = await instanceOfSecretKey(platform.db, secretKey);
    const instance = instanceId ? await instances.byId(instanceId) : null;
    if (!instance) throw apiError('proxy_request_invalid_secret_key');
    if (!/^https?:/.test(proxyUrl) || !URL.canParse(proxyUrl)) throw apiError('host_invalid', { cause: `Clerk-Proxy-Url: ${proxyUrl}` });
    const baseUrl = new URL(proxyUrl).href.replace(/\/+$/, '');
    const satellite = satelliteBehind(baseUrl, await instances.sitesOf(instance))?.name;
    return { instance, baseUrl, publicUrl: baseUrl, ...(await placeOf(instances, instance, satellite)) };
  }

  const named = await instanceAtHost(instances, request);
  const instance = named ?? (await instances.default());
  if (!instance) throw apiError('host_invalid', { cause: `no instance at host ${host}` });
  return { instance, baseUrl: ownBase, publicUrl: ownBase, ...(await placeOf(instances, instance, named ? satelliteAt(named, request) : undefined)) };
}

/** The instance that is named by the host of a request, with or without the port. */
async function instanceAtHost(instances: Instances, { host, hostname }: FastifyRequest): Promise<Instance | null> {
  return (await instances.byHost(plainHost(host))) ?? instances.byHost(plainHost(hostname));
}

/** Host names are the same in capitals, and with the dot that ends them all (RFC 4343, RFC 3986 §3.2.2). */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.(?=:\d+$|$)/, '');
}

/**
 * Refuses a production instance by its path on the host of another: a link there would write its
 * cookies over those of the other, whose people would be signed out. Only this server's own address
 * is everybody's.
 *
 * @throws `host_invalid`
 */
async function refuseOnForeignHost(platform: Platform, instances: Instances, instance: Instance, request: FastifyRequest): Promise<void> {
  if (instance.environmentType !== 'production' || plainHost(request.host) === new URL(platform.config.publicUrl).host) return;
  const named = await instanceAtHost(instances, request);
  if (named && named.id !== instance.id) throw apiError('host_invalid', { cause: `/i/${instance.slug} at ${request.host}` });
}

/** What a request to a satellite has to know of its primary domain. */
async function placeOf(instances: Instances, instance: Instance, satellite: string | undefined): Promise<Pick<ReachedAt, 'satellite' | 'primaryUrl'>> {
  return satellite === undefined ? {} : { satellite, primaryUrl: primaryUrl(instance, await instances.sitesOf(instance)) };
}

/** The satellite domain behind a host at which an instance was found that is not its own. */
function satelliteAt({ fapiHost }: Instance, { host, hostname }: FastifyRequest): string | undefined {
  return [host, hostname].map(plainHost).includes(fapiHost) ? undefined : nameOfFapiHost(plainHost(hostname));
}

/** Origins by what callers wrote: there are few, and parsing one costs as much as all else here. */
const origins = new LRUCache<string, string>({ max: 1000 });

/** The origin by which the caller reached the server, default ports left out. */
function originOf(protocol: string, host: string): string {
  const written = `${protocol}://${host}`;
  let origin = origins.get(written);
  if (origin === undefined) {
    origin = URL.canParse(written) ? new URL(written).origin : written;
    origins.set(written, origin);
  }
  return origin;
}

async function backendInstance(platform: Platform, instances: Instances, request: FastifyRequest): Promise<Instance> {
  const authorization = headerOf(request, 'authorization');
  if (!authorization) throw apiError('authentication_invalid', { cause: 'no Authorization header' });
  const secretKey = BEARER.exec(authorization)?.[1];
  if (!secretKey) throw apiError('authorization_header_format_invalid');
  const instanceId = await instanceOfSecretKey(platform.db, secretKey);
  const instance = instanceId ? await instances.byId(instanceId) : null;
  if (!instance) throw apiError('clerk_key_invalid');
  return instance;
}

function requestContext(platform: Platform, reached: Reached, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const { instance } = reached;
  let log: Logger | undefined;
  return {
    platform,
    instance,
    db: platform.db,
    // Few requests have anything to log.
    get log() {
      return (log ??= platform.log.child({ instance: instance.id, trace: request.id }));
    },
    asking: { ...NOBODY },
    http: new RequestFacts(request, reply, reached),
  };
}
