import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT_MINUTES = 25;
const KILL_AFTER_MS = 15_000;

/**
 * Runs a Node program in the checkout, showing what it says while it says it. One that does not end
 * is ended, and has failed.
 * @param {string[]} args the script and its arguments
 * @param {Record<string, string | undefined>} [env] on top of ours
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runProgram(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });

  const timeout = setTimeout(() => {
    console.error(`${args[0]} has not ended after ${TIMEOUT_MINUTES} minutes: stopping it.`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
  }, TIMEOUT_MINUTES * 60_000);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timeout);
      resolve({ status: status ?? 1, output });
    });
  });
}
