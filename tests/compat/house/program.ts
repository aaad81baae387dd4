import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../apps/server/dist/server/main.js', import.meta.url));

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

/** Starts the built server on a free port and waits until it answers. */
export async function startFoyer(env: Record<string, string | undefined>): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  // However this process ends, nothing is left running.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    await untilHealthy(url, child);
  } catch (error) {
    kill();
    throw error;
  }
  return {
    url,
    async stop() {
      process.off('exit', kill);
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timeout = setTimeout(kill, STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timeout);
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended at once, with exit code ${child.exitCode}.`);
    if (Date.now() > deadline) throw new Error(`The server did not answer within ${START_TIMEOUT_MS / 1000} seconds.`);
    const healthy = await fetch(`${url}/v1/health`).then(({ ok }) => ok, () => false);
    if (healthy) return;
    await sleep(100);
  }
}

/** A port on localhost that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
