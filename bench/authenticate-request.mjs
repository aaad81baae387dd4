// `authenticateRequest()` of @foyer/backend and of @clerk/backend: the same requests, tokens and options.
import { createClerkClient as createOfficial } from '@clerk/backend';
import { createClerkClient as createOurs } from '@foyer/backend';
import { compare, rateOf, ratioOf, repeated } from './lib/compare.mjs';
import { startJwksServer } from './lib/jwks-server.mjs';
import { aim, perSecond } from './lib/format.mjs';
import { claimsOf, cookieSuffix, distinctTokens, jwtKey, origin, publishableKey, secretKey } from './lib/tokens.mjs';

const AIM = 15;

const CARRIERS = {
  cookie: (token) => ({ cookie: cookiesOf(token), 'sec-fetch-dest': 'document' }),
  header: (token) => ({ authorization: `Bearer ${token}` }),
};

export const title = '`authenticateRequest`';
export const about = [
  'Web `Request`s of signed-in people, made beforehand, to their Auth objects (`(await authenticateRequest(request)).toAuth()`),',
  'of a production instance with `authorizedParties`. *One token*: the same person again and again, as when a page loads',
  'its data; *distinct tokens*: 5,000 people in turn, so that no cache of verified tokens can help: each costs',
  'an RSA check then, which bounds what is possible (see `verifyToken`).',
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export async function run(pace) {
  const api = await startJwksServer();
  try {
    const rows = [];
    for (const carrier of Object.keys(CARRIERS)) {
      for (const [keys, option] of Object.entries({ jwtKey: { jwtKey }, JWKS: {} })) {
        for (const tokens of ['one token', 'distinct tokens']) {
          const requests = requestsWith(carrier, tokens === 'one token' ? 1 : Infinity);
          const options = { publishableKey, secretKey, apiUrl: api.url, ...option };
          const contenders = { ours: await contender(createOurs(options), requests), official: await contender(createOfficial(options), requests) };
          rows.push(rowOf(`${carrier}, ${keys}, ${tokens}`, await compare(contenders, pace)));
        }
      }
    }
    return rows;
  } finally {
    await api.stop();
  }
}

function rowOf(what, comparison) {
  const { ratio, spread } = ratioOf(comparison, 'ours', 'official');
  return {
    what,
    foyer: perSecond(rateOf(comparison, 'ours')),
    peer: `@clerk/backend: ${perSecond(rateOf(comparison, 'official'))}`,
    ratio,
    spread,
    aim: aim('at least', AIM, ratio),
  };
}

/** As many requests as there are tokens, of the first `people`: a request that is used too often slows down whoever copies it. */
function requestsWith(carrier, people) {
  const tokens = distinctTokens().slice(0, people);
  return distinctTokens()
    .map((_, n) => tokens[n % tokens.length])
    .map((token) => new Request(`${origin}/dashboard?tab=members`, { headers: { accept: 'text/html', 'user-agent': 'benchmark', ...CARRIERS[carrier](token) } }));
}

/** As browsers send them: the instance's cookies by both of their names, among an app's own. */
function cookiesOf(token) {
  const uat = claimsOf(0).iat - 60;
  return `theme=dark; __client_uat=${uat}; __client_uat_${cookieSuffix}=${uat}; __session=${token}; __session_${cookieSuffix}=${token}; consent=yes`;
}

async function contender(client, requests) {
  const options = { authorizedParties: [origin] };
  const authenticate = async (request) => (await client.authenticateRequest(request, options)).toAuth();

  const { userId } = await authenticate(requests[0]);
  if (userId !== claimsOf(0).sub) throw new Error(`A request of ${claimsOf(0).sub} was taken for one of ${userId}.`);
  return repeated((turn) => authenticate(requests[turn % requests.length]));
}
