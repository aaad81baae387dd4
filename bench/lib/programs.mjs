// Programs that a benchmark starts; none outlives it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { pinned } from './pin.mjs';

const START_TIMEOUT_MS = 60_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => running.forEach((child) => signalAll(child, 'SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a program.
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, core?: number, ipc?: boolean }} [options] `core` is where it has to stay
 */
export function startProgram(command, { env = {}, core, ipc = false } = {}) {
  const [file, ...rest] = pinned(command, core);
  const stdio = ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc'] : [])];
  const child = spawn(file, rest, { env: { ...process.env, ...env }, stdio, detached: true });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  void ended.then(() => running.delete(child));
  return {
    child,
    get output() {
      return output;
    },
    async stop() {
      signalAll(child, 'SIGTERM');
      await ended;
    },
    ended,
  };
}

/** Signals a program and the programs it has started: what `npm start` runs is not npm itself. */
function signalAll(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // All of them have ended by themselves.
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Waits until a URL answers 200.
 * @param {ReturnType<typeof startProgram>} program what is to answer
 * @param {string} url
 * @returns {Promise<number>} milliseconds waited
 * @throws when the program ends before, or takes longer than a minute
 */
export async function untilAnswers(program, url) {
  const begun = performance.now();
  for (;;) {
    const answered = await fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    const waited = performance.now() - begun;
    if (answered) return waited;
    if (program.child.exitCode !== null || waited > START_TIMEOUT_MS) throw new Error(`${url} does not answer. The program says:\n${program.output}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
