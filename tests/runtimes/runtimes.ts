import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Instance } from './scenario/instance.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SCENARIO = join(HERE, 'scenario');
const BIN = join(HERE, 'node_modules/.bin');

/** Runs a program of `scenario/` to its end. @returns what it printed @throws with its complaints when it fails */
export function runProgram(command: string, args: string[], instance: Instance): Promise<unknown> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, INSTANCE: JSON.stringify(instance), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  const child = spawn(command, args, { cwd: SCENARIO, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && !complaints) resolve(JSON.parse(printed));
      else reject(new Error(`${command} ended with ${code}:\n${complaints}${printed}`));
    });
  });
}

/** A tool that is installed beside these tests. */
export function tool(name: string): string {
  return join(BIN, name);
}

/** One script with our package in it, as for an edge platform. @throws when it needs a module of Node's */
export async function bundleWorker(format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(SCENARIO, 'worker.mjs')],
    bundle: true,
    write: false,
    format,
    globalName: format === 'iife' ? 'worker' : undefined,
    platform: 'neutral',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'edge-light'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Starts the worker in workerd, the runtime of Cloudflare Workers. @returns its URL, and how to stop it */
export async function startWorkerd(script: string): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-workerd-'));
  writeFileSync(join(folder, 'worker.js'), script);
  writeFileSync(join(folder, 'config.capnp'), CONFIGURATION);
  // It tells the port that it was given on a file descriptor of its own.
  const child = spawn(tool('workerd'), ['serve', join(folder, 'config.capnp'), '--control-fd=3'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = (): void => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const port = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`workerd ended with ${code}:\n${complaints}`)));
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      const listening = /"event":"listen".*"port":(\d+)/.exec(chunk.toString());
      if (listening) resolve(Number(listening[1]));
    });
  }).catch((error: unknown) => {
    stop();
    throw error;
  });
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** No compatibility flags: nothing of Node is there. */
const CONFIGURATION = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "scenario", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2024-01-01")),
    (name = "internet", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "scenario")],
);
`;
