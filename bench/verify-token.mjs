// `verifyToken()` of @foyer/backend, of @clerk/backend and jose's, and the RSA check that none of them can do without.
import { verify } from 'node:crypto';
import { verifyToken as verifyOfficial } from '@clerk/backend';
import { verifyToken as verifyOurs } from '@foyer/backend';
import { jwtVerify } from 'jose';
import { compare, rateOf, ratioOf, repeated } from './lib/compare.mjs';
import { aim, perSecond } from './lib/format.mjs';
import { claimsOf, distinctTokens, jwtKey, origin, publicKey } from './lib/tokens.mjs';

const AIM_OF_BARE = 0.6;

const PEERS = { official: '`verifyToken` of @clerk/backend', jose: '`jwtVerify` of jose', bare: 'bare `crypto.verify`' };

export const title = '`verifyToken`';
export const about = [
  'A token to its claims with `jwtKey`. Bare `crypto.verify` is given bytes and signature ready to check, and a parsed key:',
  'no token can be verified for the first time in less.',
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export async function run(pace) {
  const rows = [];
  for (const [name, tokens] of Object.entries({ 'distinct tokens': distinctTokens(), 'one token': distinctTokens().slice(0, 1) })) {
    const comparison = await compare(contenders(tokens), pace);
    for (const [peer, peerName] of Object.entries(PEERS)) {
      const { ratio, spread } = ratioOf(comparison, 'ours', peer);
      rows.push({
        what: name,
        foyer: perSecond(rateOf(comparison, 'ours')),
        peer: `${peerName}: ${perSecond(rateOf(comparison, peer))}`,
        ratio,
        spread,
        aim: peer === 'bare' && tokens.length > 1 ? aim('at least', AIM_OF_BARE, ratio) : undefined,
      });
    }
  }
  return rows;
}

function contenders(tokens) {
  const options = { jwtKey, authorizedParties: [origin] };
  const parts = tokens.map(takeApart);
  return {
    ours: repeated((turn) => expectClaims(turn, verifyOurs(tokens[turn % tokens.length], options))),
    official: repeated((turn) => expectClaims(turn, verifyOfficial(tokens[turn % tokens.length], options))),
    jose: repeated((turn) => expectClaims(turn, jwtVerify(tokens[turn % tokens.length], publicKey, { algorithms: ['RS256'] }).then(({ payload }) => payload))),
    bare: repeated((turn) => {
      const { text, signature } = parts[turn % parts.length];
      if (!verify('sha256', text, publicKey, signature)) throw new Error('A good signature was refused.');
    }),
  };

  async function expectClaims(turn, claims) {
    if ((await claims).sub !== claimsOf(turn % tokens.length).sub) throw new Error('These are the claims of another token.');
  }
}

function takeApart(token) {
  const end = token.lastIndexOf('.');
  return { text: Buffer.from(token.slice(0, end)), signature: Buffer.from(token.slice(end + 1), 'base64url') };
}
