// How often this process can check a password against its Argon2id hash, so many at a time; asked by message for how long.
import { hash, verify } from '@node-rs/argon2';

const CONCURRENCY = Number(process.env.CONCURRENCY);
const password = 'correct horse battery staple';
const stored = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

process.on('message', async (milliseconds) => {
  const begun = performance.now();
  const counts = await Promise.all(Array.from({ length: CONCURRENCY }, () => checkUntil(begun + milliseconds)));
  const checks = counts.reduce((sum, count) => sum + count, 0);
  process.send((checks / (performance.now() - begun)) * 1000);
});

async function checkUntil(end) {
  let count = 0;
  for (; performance.now() < end; count++) {
    if (!(await verify(stored, password))) throw new Error('The right password was refused.');
  }
  return count;
}
