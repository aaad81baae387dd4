import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { createTestInstance } from '../../testing/app.ts';
import { signIn, someone } from '../testing/signed-in.ts';

/** Browsers of some people, one each, signed in to an instance of a type. */
async function people(environmentType: 'development' | 'production', count: number) {
  const domain = `p${randomBytes(6).toString('hex')}.example`;
  const test = await createTestInstance({ environmentType, ...(environmentType === 'production' && { fapiHost: `clerk.${domain}` }) });
  const signedIn = Array.from({ length: count }, async () => {
    const browser = test.browser({ origin: `https://${domain}` });
    return { browser, session: await signIn(test, browser, await someone(test)) };
  });
  return Promise.all(signedIn);
}

// Tokens that are asked for at the same moment share a query.
it.each(['development', 'production'] as const)('at the same moment each browser gets a token of its own session and no other (%s)', async (type) => {
  const [ours, theirs] = [await people(type, 4), await people(type, 2)];
  const [ended, foreign, ...live] = ours;
  const [stranger] = theirs;
  if (!ended || !foreign || !stranger) throw new Error('too few people');
  await ended.browser.post(`/v1/client/sessions/${ended.session.id}/end`);

  const ask = ({ browser, session }: typeof ended) => browser.post(`/v1/client/sessions/${session.id}/tokens`);
  const [ofEnded, ofOthers, ofOtherInstance, ...tokens] = await Promise.all([
    ask(ended),
    ask({ browser: foreign.browser, session: stranger.session }),
    ask({ browser: stranger.browser, session: foreign.session }),
    ...[...live, foreign, ...theirs].map(ask),
  ]);
  expect([ofEnded?.status, ofOthers?.status, ofOtherInstance?.status]).toEqual([401, 404, 404]);
  expect(tokens.map(({ body }) => decodeJwt(body.jwt).sid)).toEqual([...live, foreign, ...theirs].map(({ session }) => session.id));
});
