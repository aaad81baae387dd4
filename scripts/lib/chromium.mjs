import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Paragraph } from './paragraph.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** For a browser that only ever shows our own pages: quiet, and able to run as root. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser for tests: `CHROMIUM_PATH`, or where systems keep it, or one installed now (as root on
 * Debian and its kin).
 * @returns {string} the program's file
 * @throws when there is none
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests…');
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', 'chromium');
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Paragraph('The browser tests need Chromium or Chrome. Install one, or say where it is with CHROMIUM_PATH.');
}

/** The same without installing anything; nothing when there is none. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Paragraph(`CHROMIUM_PATH is ${given}, and there is no such file.`);
  return given ?? PLACES.find((place) => existsSync(place));
}

function aptGet(...args) {
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
