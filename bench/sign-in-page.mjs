// From an address typed in to a sign-in form on the screen: our browser script and the official one, of one server.
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { CHROMIUM_ARGS } from '../scripts/lib/chromium.mjs';
import { median } from './lib/compare.mjs';
import { aim, bytes, duration } from './lib/format.mjs';
import { withFoyer } from './lib/foyer.mjs';
import { servePage } from './lib/page-server.mjs';
import { withPostgres } from './lib/postgres.mjs';

const FOLDERS = {
  foyer: fileURLToPath(new URL('../packages/js/dist/browser', import.meta.url)),
  official: fileURLToPath(new URL('node_modules/@clerk/clerk-js/dist', import.meta.url)),
};

const AIM_OF_BYTES = 60_000;
const AIM_OF_TIME = 0.5;
const TIMEOUT_MS = 60_000;

const ONLY_THIS_MACHINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';

/** Chromium's own preset "Fast 4G" with a processor slowed down to that of a phone, and nothing in the way at all. */
const CIRCUMSTANCES = {
  'phone on 4G': { network: { latency: 165, downloadThroughput: 1_125_000, uploadThroughput: 562_500 }, slowdown: 4 },
  'this machine': { network: { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }, slowdown: 1 },
};

export const title = '`SignIn` in a browser';
export const about = [
  'Chromium with an empty cache opens a page that loads the browser script and mounts `SignIn`; both scripts talk to the same',
  'Foyer server. Time runs from the start of the navigation to the frame that shows the field and the button; bytes are the',
  'script files up to then, each as gzip. *Phone on 4G*: 9 Mbit/s, 165 ms a round trip, the processor at a quarter of its speed.',
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export function run(pace, { postgres, chromium }) {
  if (!postgres || !chromium) return [];
  return withPostgres(postgres, (databaseUrl) =>
    withFoyer({ databaseUrl, type: 'development' }, async (foyer) => {
      const site = await servePage({ html: pageOf(foyer), folders: FOLDERS });
      const browser = await playwright.launch({ executablePath: chromium, args: [...CHROMIUM_ARGS, ONLY_THIS_MACHINE] });
      try {
        return await measure(pace, browser, site);
      } finally {
        await browser.close();
        await site.stop();
      }
    }),
  );
}

/** The script is the one that the query of the address names. */
function pageOf({ publishableKey, url }) {
  return `<!doctype html>
<title>Sign in</title>
<meta name="viewport" content="width=device-width">
<div id="app"></div>
<script>
  const script = document.createElement('script');
  script.src = '/' + location.search.slice(1) + '/clerk.browser.js';
  script.dataset.clerkPublishableKey = '${publishableKey}';
  script.dataset.clerkProxyUrl = '${url}';
  script.setAttribute('data-clerk-js-script', '');
  script.onload = async () => {
    await Clerk.load({ telemetry: false });
    Clerk.mountSignIn(document.getElementById('app'), { routing: 'hash' });
  };
  document.head.append(script);

  const isShown = (selector) => document.querySelector(selector)?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const look = () => {
    if (!isShown('.cl-formFieldInput') || !isShown('.cl-formButtonPrimary')) return requestAnimationFrame(look);
    // The next frame begins when this one has been painted.
    requestAnimationFrame(() => (window.paintedAfter = performance.now()));
  };
  requestAnimationFrame(look);
</script>`;
}

async function measure({ loadRounds }, browser, site) {
  const rows = [];
  let sizes;
  for (const [name, circumstance] of Object.entries(CIRCUMSTANCES)) {
    const visits = { foyer: [], official: [] };
    for (let round = -1; round < loadRounds; round++) {
      for (const script of Object.keys(visits)) {
        const visit = await open(browser, site, script, circumstance);
        // The server has never been asked before the first round.
        if (round >= 0) visits[script].push(visit);
      }
    }
    sizes ??= { foyer: visits.foyer[0].bytes, official: visits.official[0].bytes };
    rows.push(timeRow(name, visits));
  }
  return [sizeRow(sizes), ...rows];
}

function sizeRow({ foyer, official }) {
  const aimed = { text: `at most ${bytes(AIM_OF_BYTES)}`, met: foyer <= AIM_OF_BYTES };
  return { what: 'bytes', foyer: bytes(foyer), peer: `@clerk/clerk-js: ${bytes(official)}`, ratio: foyer / official, aim: aimed };
}

function timeRow(name, visits) {
  const ratios = visits.foyer.map(({ time }, round) => time / visits.official[round].time);
  const ratio = median(ratios);
  const timeOf = (script) => duration(median(visits[script].map(({ time }) => time)));
  return { what: `time, ${name}`, foyer: timeOf('foyer'), peer: `@clerk/clerk-js: ${timeOf('official')}`, ratio, spread: [Math.min(...ratios), Math.max(...ratios)], aim: aim('at most', AIM_OF_TIME, ratio) };
}

/** One visit in a browser profile of its own, so that nothing is cached. */
async function open(browser, site, script, { network, slowdown }) {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    page.on('request', (request) => requireCounted(request, site));
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    site.sent();
    await page.goto(`${site.origin}/?${script}`);
    const painted = await page.waitForFunction(() => window.paintedAfter, undefined, { timeout: TIMEOUT_MS }).catch((cause) => {
      throw new Error(`${script} shows no sign-in form. The page says:\n${said.join('\n')}`, { cause });
    });
    return { time: await painted.jsonValue(), bytes: site.sent() };
  } finally {
    await context.close();
  }
}

/** Scripts that come from elsewhere would be missing from the bytes. */
function requireCounted(request, { origin }) {
  const isLocal = request.url().startsWith(origin) || request.url().startsWith('blob:');
  if (request.resourceType() === 'script' && !isLocal) throw new Error(`The script ${request.url()} is not counted.`);
}
