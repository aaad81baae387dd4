import { performance } from 'node:perf_hooks';
import type { App } from './app.ts';
import { banner } from './banner.ts';
import { ensureFirstInstance } from './first-run.ts';
import { openPlatform, type OpenPlatform } from './open-platform.ts';
import { ConfigError, readConfig, type Config } from './platform/config.ts';
import { DatabaseError } from './platform/database/errors.ts';
import { refusalOf } from './platform/database/refusals.ts';
import { createLogger } from './platform/log.ts';
import type { DatabaseFacts } from './site/start-page.ts';

/** How long open requests may take to end once the program is told to stop, in milliseconds. */
const STOP_GRACE = 10_000;

/** A reason not to start: one paragraph that says what to do. */
class StartError extends Error {
  override name = 'StartError';
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  // The embedded database starts in a thread of its own while the rest of the program is read.
  const [{ platform, database, notifications }, { createApp }] = await Promise.all([openPlatform(config, log), import('./app.ts')]);
  const facts: DatabaseFacts = { kind: database.kind, place: config.databaseUrl ? withoutCredentials(config.databaseUrl) : config.dataDir };
  const app = await createApp(platform, facts).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const stop = async () => {
    await app.http.close();
    await platform.jobs.stop();
    await notifications.stop();
    await database.close();
  };
  stopOnSignal(stop);
  try {
    await start(config, app, { database, notifications, facts });
  } catch (error) {
    await stop();
    throw refusalOf(error) ?? error;
  }
}

async function start(config: Config, app: App, { database, notifications, facts }: Pick<OpenPlatform, 'database' | 'notifications'> & { facts: DatabaseFacts }): Promise<void> {
  const { platform } = app;
  const first = await ensureFirstInstance(platform, app.instances);
  await refuseProductionOnEmbedded(config, database.kind, app.instances);

  await notifications.start();
  await platform.jobs.start();
  await app.http.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
    throw listenError(config, error);
  });
  process.stdout.write(
    banner({ publicUrl: config.publicUrl, instance: first?.instance ?? null, secretKey: first?.secretKey ?? null, database: facts, readyAfterMs: performance.now() }),
  );
}

/** The embedded database is for development: real users' data wants backups, replicas and a server. */
async function refuseProductionOnEmbedded(config: Config, kind: 'postgres' | 'pglite', instances: { all(): Promise<{ environmentType: string }[]> }): Promise<void> {
  if (kind === 'postgres' || config.allowEmbeddedInProduction) return;
  if ((await instances.all()).some(({ environmentType }) => environmentType === 'production')) {
    throw new StartError(
      'This data folder holds a production instance, and the embedded database is for development. Set DATABASE_URL to a PostgreSQL 15 or later, or, if you know what you are doing, FOYER_ALLOW_EMBEDDED_DATABASE=true.',
    );
  }
}

function listenError(config: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`Port ${config.port} is taken by another program. Stop that program, or choose another port: PORT=${config.port + 1} npm start`);
  if (error.code === 'EACCES') return new StartError(`This user may not listen on port ${config.port}. Choose a port above 1023: PORT=4000 npm start`);
  return new StartError(`The server cannot listen on ${config.host}:${config.port} (${error.code ?? error.message}). Check FOYER_HOST and PORT.`);
}

/** Ends the program in order on Ctrl-C or a stop signal; a second signal ends it at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(1), STOP_GRACE).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function withoutCredentials(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'the configured server';
  const url = new URL(databaseUrl);
  return `${url.host || 'the local socket'}${url.pathname}`;
}

function fail(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof DatabaseError || error instanceof StartError;
  process.stderr.write(`\n${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

await main().catch(fail);
