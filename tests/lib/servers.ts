/** Programs that serve something: started on a free port, and ended with this process at the latest. */
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const FOYER = fileURLToPath(new URL('../../apps/server/dist/server/main.js', import.meta.url));
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

export interface Server {
  url: string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Program {
  /** Script of the program and its arguments. */
  args: string[];
  cwd?: string;
  env?: Record<string, string | undefined>;
  port: number;
  /** Path that answers, and not with a fault of the server, once the program is ready. */
  readyAt: string;
}

/** Starts a Node program and waits until it answers. */
export async function startServer({ args, cwd, env, port, readyAt }: Program): Promise<Server> {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const killAtOnce = () => void child.kill('SIGKILL');
  process.once('exit', killAtOnce);

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    process.off('exit', killAtOnce);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const timeout = setTimeout(killAtOnce, STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timeout);
  };

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(url + readyAt))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended at once, with exit code ${child.exitCode}.`);
    if (Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`${args.join(' ')} did not answer within ${START_TIMEOUT_MS / 1_000} seconds.`);
    }
    await sleep(100);
  }
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Starts the built Foyer on a free port, or on the one given. */
export async function startFoyer(env: Record<string, string | undefined>, port?: number): Promise<Server> {
  const settings = { NODE_ENV: 'production', FOYER_RATE_LIMITS: 'false', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn', ...env };
  return startServer({ args: [FOYER], env: settings, port: port ?? (await freePort()), readyAt: '/v1/health' });
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ status }) => status < 500,
    () => false,
  );
}

/** A port on localhost that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
