/** Programs that serve something: started on a free port, and ended with this process at the latest. */
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

export interface Program {
  /** Script of the program and its arguments. */
  args: string[];
  cwd?: string;
  env?: Record<string, string | undefined>;
  port: number;
  /** Path that answers once the program is ready, with whatever status. */
  readyAt: string;
}

export async function startServer({ args, cwd, env, port, readyAt }: Program): Promise<Server> {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(url + readyAt))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended at once, with exit code ${child.exitCode}.`);
    if (Date.now() > deadline) {
      kill();
      throw new Error(`${args.join(' ')} did not answer within ${START_TIMEOUT_MS / 1_000} seconds.`);
    }
    await sleep(100);
  }

  const stop = async () => {
    process.off('exit', kill);
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timeout = setTimeout(kill, STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timeout);
  };
  return { url, stop };
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(() => true, () => false);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
