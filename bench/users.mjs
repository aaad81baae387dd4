// Instances with very many users: bringing them in, and finding one of them.
import { setTimeout as sleep } from 'node:timers/promises';
import { writeUsers } from '../tests/lib/users-file.mjs';
import { compare, ratioOf, rateOf, repeated } from './lib/compare.mjs';
import { bytes, duration, perSecond } from './lib/format.mjs';
import { createInstance, withHouse, withServer } from './lib/foyer.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { copySameRows, countUsers } from './lib/user-tables.mjs';
import { importFile } from './lib/user-import.mjs';

const MANY = { full: 1_000_000, quick: 20_000 };
const FEW = { full: 10_000, quick: 2_000 };

/** What a developer's server asks for, by what is asked; the number of somebody there is in both instances. */
const QUESTIONS = {
  'newest ten': '/users?limit=10',
  'ten by email address': '/users?limit=10&order_by=email_address',
  'a part of an email address': '/users?email_address_query=person1234@',
  'a part of a name, nobody’s': '/users?query=zzyzx',
  'an email address': '/users?email_address=person1234@bench.example',
  'how many': '/users/count',
};

export const title = 'Many users';
export const about = [
  `\`foyer users import\` of ${MANY.full.toLocaleString('en')} users with an email address, a name and an Argon2id hash each, into PostgreSQL; killed (SIGKILL) on the`,
  'way and resumed. The peer is a bare `COPY` of the very rows that came of it, from a file into tables with the same columns and indexes.',
  `Then the Backend API is asked the same of that instance and of one with ${FEW.full.toLocaleString('en')} users, in turns.`,
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export async function run(pace, { postgres }) {
  if (!postgres) return [];
  const size = pace.rounds > 2 ? 'full' : 'quick';
  return withPostgres(postgres, (databaseUrl) =>
    withHouse(databaseUrl, async (env, folder) => {
      const many = createInstance(['--slug', 'many-users-1'], env);
      const few = createInstance(['--slug', 'few-users-1'], env);
      const imported = await importMany({ env, folder, databaseUrl, count: MANY[size] });
      await importFile({ env, file: await writeUsers(folder, FEW[size]), slug: 'few-users-1' }).end();
      const asked = await withServer({ env }, (url) => ask(pace, url, { few, many }));
      return [...imported, ...asked];
    }),
  );
}

/** Imports a file, is cut off when about half is there, and goes on. */
async function importMany({ env, folder, databaseUrl, count }) {
  const file = await writeUsers(folder, count);
  const slug = 'many-users-1';
  const first = importFile({ env, file, slug });
  while ((await countUsers(databaseUrl, slug)) < count / 2) await sleep(50);
  const cutOff = await first.kill();
  const begun = await countUsers(databaseUrl, slug);
  const second = importFile({ env, file, slug, resume: true });
  const { milliseconds, peakMemory } = await second.end();
  const there = await countUsers(databaseUrl, slug);
  if (there !== count) throw new Error(`${there} of ${count} users are there after the import was resumed.`);

  // The second part alone: it was not cut off.
  const rate = ((count - begun) / milliseconds) * 1000;
  const copy = await copySameRows(databaseUrl, slug);
  const copyRate = (count / copy) * 1000;
  return [
    { what: 'imported', foyer: perSecond(rate), peer: `bare COPY: ${perSecond(copyRate)}`, ratio: rate / copyRate },
    { what: `killed after ${begun.toLocaleString('en')} and resumed: users there`, foyer: there.toLocaleString('en') },
    { what: 'memory of the import at most', foyer: bytes(Math.max(peakMemory, cutOff.peakMemory)) },
  ];
}

async function ask(pace, url, { few, many }) {
  const rows = [];
  for (const [what, path] of Object.entries(QUESTIONS)) {
    const comparison = await compare({ many: repeated(asking(url, many, path)), few: repeated(asking(url, few, path)) }, pace);
    const { ratio, spread } = ratioOf(comparison, 'many', 'few');
    const time = (name) => duration(1000 / rateOf(comparison, name));
    rows.push({ what, foyer: time('many'), peer: `among fewer: ${time('few')}`, ratio: 1 / ratio, spread: [1 / spread[1], 1 / spread[0]] });
  }
  return rows;
}

function asking(url, { secretKey }, path) {
  const headers = { authorization: `Bearer ${secretKey}` };
  return async () => {
    const response = await fetch(`${url}/api/v1${path}`, { headers });
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  };
}
