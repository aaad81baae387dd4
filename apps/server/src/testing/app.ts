import { randomBytes } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { Logger } from 'pino';
import { createApp, type App } from '../app.ts';
import { createInstance, type NewInstance } from '../instances/instances/service.ts';
import { instanceContext } from '../instances/resolve.ts';
import { ShiftedClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import type { Context, Instance, Platform } from '../platform/context.ts';
import { Vault } from '../platform/crypto.ts';
import { EventBus } from '../platform/events.ts';
import type { MessageWanted } from '../people/verifications/events.ts';
import { createLogger } from '../platform/log.ts';
import { NOWHERE, type Place } from '../platform/places/places.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { Browser, toAnswer, type Answer } from './browser.ts';
import { contractRecorder } from './contract.ts';
import { testDatabase } from './database.ts';
import { quietJobs } from './jobs.ts';

export interface TestApp extends App {
  clock: ShiftedClock;
  /** The newest message to each address or number, by `<instance id>:<to>`. */
  messages: Map<string, MessageWanted>;
}

/** Where the addresses are that tests come from; elsewhere is nowhere. */
const PLACES: Readonly<Record<string, Place>> = { '81.2.69.142': { city: 'London', country: 'United Kingdom', countryCode: 'GB' } };

let shared: Promise<TestApp> | undefined;

/** The whole program on the test database, one for all test files of a worker; nothing listens. */
export function testApp(): Promise<TestApp> {
  shared ??= startTestApp();
  return shared;
}

/** A program of a test's own, on the database that all share. */
export async function startTestApp(log: Logger = createLogger(process.env['LOG_LEVEL'] ?? 'silent')): Promise<TestApp> {
  const { db } = await testDatabase();
  const clock = new ShiftedClock();
  const platform: Platform = {
    config: readConfig({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent', FOYER_RATE_LIMITS: 'false' }),
    log,
    clock,
    vault: new Vault(randomBytes(32)),
    events: new EventBus(),
    jobs: quietJobs,
    rateLimits: new RateLimits(false),
    places: { find: (ip) => PLACES[ip] ?? NOWHERE },
    db,
  };
  const app = await createApp(platform, { kind: 'postgres', place: 'the test database' });
  contractRecorder(app.http, app.routes);
  await app.http.ready();
  const messages = new Map<string, MessageWanted>();
  platform.events.on('message.wanted', async (ctx, message) => void messages.set(`${ctx.instance.id}:${message.to}`, message));
  return { ...app, clock, messages };
}

interface BackendCall {
  json?: unknown;
  query?: Record<string, string | readonly string[]>;
  headers?: Record<string, string>;
  /** Another key than the instance's own. */
  secretKey?: string;
}

/** An instance of a test's own, with everything needed to talk to it. */
export interface TestInstance {
  instance: Instance;
  secretKey: string;
  /** For calling services without HTTP. */
  ctx: Context;
  browser(options?: { origin?: string; userAgent?: string; apiVersion?: string; sdkVersion?: string; ip?: string }): Browser;
  bapi(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, call?: BackendCall): Promise<Answer>;
  /** The newest code that was sent to an address or number. */
  lastCode(to: string): string;
}

/** Creates an instance in the shared database. Development unless told otherwise; of the program that all share, too. */
export async function createTestInstance(wanted: Partial<NewInstance> = {}, program?: TestApp): Promise<TestInstance> {
  const app = program ?? (await testApp());
  const slug = `test-${randomBytes(6).toString('hex')}`;
  const { instance, secretKey } = await createInstance(app.platform, { environmentType: 'development', slug, ...wanted });
  const prefix = `/i/${instance.slug}`;
  return {
    instance,
    secretKey,
    ctx: instanceContext(app.platform, instance),
    browser: (options = {}) => new Browser(app.http, { prefix, development: instance.environmentType === 'development', ...options }),
    async bapi(method, path, call = {}) {
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries(call.query ?? {})) for (const one of [value].flat()) search.append(key, one as string);
      const request: InjectOptions = {
        method,
        url: `/api${path}${search.size > 0 ? `?${search}` : ''}`,
        headers: { authorization: `Bearer ${call.secretKey ?? secretKey}`, 'clerk-api-version': '2025-11-10', ...call.headers },
        ...(call.json === undefined ? {} : { payload: call.json as object }),
      };
      return toAnswer(await app.http.inject(request));
    },
    lastCode(to) {
      const code = app.messages.get(`${instance.id}:${to}`)?.variables['code'];
      if (!code) throw new Error(`No code was sent to ${to}.`);
      return code;
    },
  };
}
