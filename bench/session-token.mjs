// `POST /v1/client/sessions/{id}/tokens`, the request that every open tab makes once a minute.
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { compare, rateOf, ratioOf } from './lib/compare.mjs';
import { aim, perSecond } from './lib/format.mjs';
import { BROWSER, post, withFoyer } from './lib/foyer.mjs';
import { ratesOf, requestsTo } from './lib/load.mjs';
import { besideMeasuredCore, canPin, MEASURED_CORE } from './lib/pin.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { freePort, startProgram, untilAnswers } from './lib/programs.mjs';

const AIM_OF_HANDWRITTEN = 0.8;
const CONNECTIONS = [8, 32];
const PEOPLE = Math.max(...CONNECTIONS);

export const title = 'Session-token endpoint';
export const about = [
  'Browsers of a production instance, each of another person, refresh their session token. The peer is the least that one',
  'could write by hand for this one request (`bench/peers/token-endpoint.mjs`): Fastify, pg, one row by its primary key, one',
  'signature, and no check of who asks. Both are one process on the same PostgreSQL' + (canPin ? ', in turns on the same core; database and load have the others.' : '.'),
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export function run(pace, { postgres }) {
  if (!postgres) return [];
  return besideMeasuredCore(() =>
    withPostgres(postgres, (databaseUrl) =>
      withFoyer({ databaseUrl, core: MEASURED_CORE }, async (foyer) => {
        const sessions = await signInPeople(foyer);
        return withHandwritten(databaseUrl, sessions, (handwritten) => measure(pace, foyer.url, handwritten, sessions));
      }),
    ),
  );
}

async function measure({ loadRounds, loadSeconds }, foyer, handwritten, sessions) {
  const requests = sessions.map(({ id, cookie }) => ({
    method: 'POST',
    path: `/v1/client/sessions/${id}/tokens?__clerk_api_version=2025-11-10&_clerk_js_version=5.109.2`,
    headers: { ...BROWSER, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'organization_id=',
  }));
  const signing = startProgram([process.execPath, fileURLToPath(new URL('peers/signing-rate.mjs', import.meta.url))], { core: MEASURED_CORE, ipc: true });
  const contenders = { signing: ratesOf(signing) };
  for (const connections of CONNECTIONS) {
    contenders[`foyer ${connections}`] = requestsTo(foyer, connections, requests);
    contenders[`handwritten ${connections}`] = requestsTo(handwritten, connections, requests);
  }
  try {
    const comparison = await compare(contenders, { rounds: loadRounds, milliseconds: loadSeconds * 1000 });
    return CONNECTIONS.flatMap((connections) => rowsFor(connections, comparison));
  } finally {
    await signing.stop();
  }
}

function rowsFor(connections, comparison) {
  const ours = { what: `${connections} connections`, foyer: perSecond(rateOf(comparison, `foyer ${connections}`)) };
  const handwritten = ratioOf(comparison, `foyer ${connections}`, `handwritten ${connections}`);
  return [
    { ...ours, ...handwritten, peer: `handwritten: ${perSecond(rateOf(comparison, `handwritten ${connections}`))}`, aim: aim('at least', AIM_OF_HANDWRITTEN, handwritten.ratio) },
    { ...ours, ...ratioOf(comparison, `foyer ${connections}`, 'signing'), peer: `bare RS256 signatures: ${perSecond(rateOf(comparison, 'signing'))}` },
  ];
}

/** People who are signed in, each in a browser of their own. */
async function signInPeople({ url, backend }) {
  const sessions = [];
  for (let n = 0; n < PEOPLE; n++) {
    const { id: userId } = await backend('/users', { email_address: [`person${n}@example.com`], skip_password_requirement: true });
    const { token } = await backend('/sign_in_tokens', { user_id: userId });
    const { answer, cookies } = await post(`${url}/v1/client/sign_ins`, BROWSER, new URLSearchParams({ strategy: 'ticket', ticket: token }));
    const [cookie] = cookies.find((directive) => directive.startsWith('__client=')).split(';');
    sessions.push({ id: answer.response.created_session_id, userId, cookie });
  }
  return sessions;
}

/** Runs work with the handwritten endpoint, which knows the same sessions. */
async function withHandwritten(databaseUrl, sessions, work) {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query('create table handwritten_sessions (id text primary key, user_id text not null, expire_at timestamptz not null)');
  for (const { id, userId } of sessions) await database.query(`insert into handwritten_sessions values ($1, $2, now() + interval '1 day')`, [id, userId]);
  await database.end();

  const port = await freePort();
  const program = startProgram([process.execPath, fileURLToPath(new URL('peers/token-endpoint.mjs', import.meta.url))], { env: { DATABASE_URL: databaseUrl, PORT: String(port) }, core: MEASURED_CORE });
  const url = `http://localhost:${port}`;
  try {
    await untilAnswers(program, url);
    return await work(url);
  } finally {
    await program.stop();
  }
}
