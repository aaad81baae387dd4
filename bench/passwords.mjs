// Signing in with a password. Checking the hash is meant to be slow: all else should cost next to nothing.
import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import { compare, rateOf, ratioOf } from './lib/compare.mjs';
import { aim, perSecond } from './lib/format.mjs';
import { BROWSER, post, withFoyer } from './lib/foyer.mjs';
import { ratesOf, requestsTo } from './lib/load.mjs';
import { besideMeasuredCore, canPin, MEASURED_CORE } from './lib/pin.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { startProgram } from './lib/programs.mjs';

const AIM_OF_BARE = 0.9;
const CONCURRENCY = 8;
/** More than sign in on any machine in a second: nobody comes twice. */
const PEOPLE_PER_SECOND = 200;
/** People who are created at a time. */
const CREATED_AT_ONCE = 20;
const PASSWORD = 'a9Jw-T1Vs-hgn0';
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PATH = '/v1/client/sign_ins';

export const title = 'Password sign-ins';
export const about = [
  `${CONCURRENCY} new browsers at a time sign in with email address and password, each somebody's first (later ones on other devices also send an email):`,
  `one request makes client, sign-in and session, and PostgreSQL writes them to disk. The peer is a process that does nothing but check as many passwords at a time against an Argon2id hash`,
  'of the same cost (19 MiB, 2 passes, 1 lane).' + (canPin ? ' Both in turns on the same core; database and load have the others.' : ''),
  'Few people can sign in in a second: both run unmeasured for a while first, until the code that they use has been compiled.',
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export function run(pace, { postgres }) {
  if (!postgres) return [];
  return besideMeasuredCore(() =>
    withPostgres(postgres, (databaseUrl) => withFoyer({ databaseUrl, core: MEASURED_CORE }, (foyer) => measure(pace, foyer))),
  );
}

async function measure({ loadRounds, loadSeconds, warmUpSeconds }, { url, backend }) {
  const request = signInOf(await createPeople(backend, (warmUpSeconds + loadRounds * loadSeconds) * PEOPLE_PER_SECOND));
  await requireSignIn(url, request.setupRequest(request));
  const bare = startProgram([process.execPath, fileURLToPath(new URL('peers/hash-rate.mjs', import.meta.url))], { env: { CONCURRENCY: String(CONCURRENCY) }, core: MEASURED_CORE, ipc: true });
  try {
    const contenders = { foyer: requestsTo(url, CONCURRENCY, [request]), bare: ratesOf(bare) };
    const comparison = await compare(contenders, { rounds: loadRounds, milliseconds: loadSeconds * 1000, warmUp: warmUpSeconds * 1000 });
    const { ratio, spread } = ratioOf(comparison, 'foyer', 'bare');
    const peer = `bare Argon2id checks: ${perSecond(rateOf(comparison, 'bare'))}`;
    return [{ what: `${CONCURRENCY} at a time`, foyer: perSecond(rateOf(comparison, 'foyer')), peer, ratio, spread, aim: aim('at least', AIM_OF_BARE, ratio) }];
  } finally {
    await bare.stop();
  }
}

/** Creates people who all have the same password, hashed here once, and answers their addresses. */
async function createPeople(backend, count) {
  const digest = await hash(PASSWORD, ARGON2ID);
  const addresses = Array.from({ length: count }, (_, n) => `person${n}@example.com`);
  const create = (address) => backend('/users', { email_address: [address], password_digest: digest, password_hasher: 'argon2id', bypass_client_trust: true });
  for (let n = 0; n < count; n += CREATED_AT_ONCE) await Promise.all(addresses.slice(n, n + CREATED_AT_ONCE).map(create));
  return addresses;
}

/** A request by which the next person signs in each time it is sent. */
function signInOf(addresses) {
  let next = 0;
  const setupRequest = (request) => {
    const identifier = addresses[next++];
    if (identifier === undefined) throw new Error(`All ${addresses.length} people have signed in.`);
    return { ...request, body: new URLSearchParams({ strategy: 'password', identifier, password: PASSWORD }).toString() };
  };
  return { method: 'POST', path: PATH, headers: { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' }, setupRequest };
}

async function requireSignIn(url, { path, headers, body }) {
  const { answer } = await post(url + path, headers, body);
  if (answer.response.status !== 'complete') throw new Error(`A right password leaves the sign-in ${answer.response.status}.`);
}
