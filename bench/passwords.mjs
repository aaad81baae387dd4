// Signing in with a password. Checking the hash is meant to be slow: all else should cost next to nothing.
import { fileURLToPath } from 'node:url';
import { compare, rateOf, ratioOf } from './lib/compare.mjs';
import { aim, perSecond } from './lib/format.mjs';
import { BROWSER, post, withFoyer } from './lib/foyer.mjs';
import { ratesOf, requestsTo } from './lib/load.mjs';
import { besideMeasuredCore, canPin, MEASURED_CORE } from './lib/pin.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { startProgram } from './lib/programs.mjs';

const AIM_OF_BARE = 0.9;
const CONCURRENCY = 8;
const PEOPLE = 2 * CONCURRENCY;
const PASSWORD = 'a9Jw-T1Vs-hgn0';
const PATH = '/v1/client/sign_ins';

export const title = 'Password sign-ins';
export const about = [
  `${CONCURRENCY} new browsers at a time sign in with email address and password: one request makes client, sign-in and session, and PostgreSQL`,
  `writes them to disk. The peer is a process that does nothing but check as many passwords at a time against an Argon2id hash`,
  'of the same cost (19 MiB, 2 passes, 1 lane).' + (canPin ? ' Both in turns on the same core; database and load have the others.' : ''),
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export function run(pace, { postgres }) {
  if (!postgres) return [];
  return besideMeasuredCore(() =>
    withPostgres(postgres, (databaseUrl) => withFoyer({ databaseUrl, core: MEASURED_CORE }, (foyer) => measure(pace, foyer))),
  );
}

async function measure({ loadRounds, loadSeconds }, { url, backend }) {
  const requests = await requestsOfPeople(backend);
  await requireSignIn(url, requests[0]);
  const bare = startProgram([process.execPath, fileURLToPath(new URL('peers/hash-rate.mjs', import.meta.url))], { env: { CONCURRENCY: String(CONCURRENCY) }, core: MEASURED_CORE, ipc: true });
  try {
    const contenders = { foyer: requestsTo(url, CONCURRENCY, requests), bare: ratesOf(bare) };
    const comparison = await compare(contenders, { rounds: loadRounds, milliseconds: loadSeconds * 1000 });
    const { ratio, spread } = ratioOf(comparison, 'foyer', 'bare');
    const peer = `bare Argon2id checks: ${perSecond(rateOf(comparison, 'bare'))}`;
    return [{ what: `${CONCURRENCY} at a time`, foyer: perSecond(rateOf(comparison, 'foyer')), peer, ratio, spread, aim: aim('at least', AIM_OF_BARE, ratio) }];
  } finally {
    await bare.stop();
  }
}

async function requestsOfPeople(backend) {
  const requests = [];
  for (let n = 0; n < PEOPLE; n++) {
    const identifier = `person${n}@example.com`;
    await backend('/users', { email_address: [identifier], password: PASSWORD, skip_password_checks: true, bypass_client_trust: true });
    const body = new URLSearchParams({ strategy: 'password', identifier, password: PASSWORD }).toString();
    requests.push({ method: 'POST', path: PATH, headers: { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' }, body });
  }
  return requests;
}

async function requireSignIn(url, { path, headers, body }) {
  const { answer } = await post(url + path, headers, body);
  if (answer.response.status !== 'complete') throw new Error(`A right password leaves the sign-in ${answer.response.status}.`);
}
