import type { Outcome, Row } from './sdks.ts';

/** A difference that is meant, and why. One that no row shows any more has to go. */
export interface Deliberate {
  why: string;
  covers(row: Row, official: Outcome, ours: Outcome): boolean;
}

/** Where our decision differs from the official SDK's on purpose. */
export const DELIBERATE: Deliberate[] = [
  {
    why: 'A nonce that cannot be redeemed leaves the request as if it had none, so that a hiccup of the Backend API signs nobody out.',
    covers: (row, official, ours) => row.name.includes('result nonce, unknown') && official.reason === 'session-token-missing' && ours.threw === undefined,
  },
  {
    why: 'A handshake of our own instance with a forged session token is a fault that a developer has to hear of, like a forged handshake.',
    covers: (row, _official, ours) => row.type === 'development' && row.name.includes('result with a forged token') && ours.threw === true,
  },
  {
    why: 'Text that is not JSON between two dots is an invalid token, not an unexpected error.',
    covers: (_row, official, ours) => official.reason === 'unexpected-error' && ours.reason === 'token-invalid',
  },
  {
    why: 'Where only session tokens are accepted, a machine token is of the wrong type rather than invalid.',
    covers: (_row, official, ours) => official.reason === 'token-invalid' && ours.reason === 'token-type-mismatch',
  },
  {
    why: 'A list of accepted token types accepts a session token in the header as well; the official SDK takes it for a machine token.',
    covers: (row, official) => row.name.includes('accepts sessions or API keys') && !row.name.includes('API key,') && official.reason === 'token-type-mismatch',
  },
  {
    why: 'A refresh that brings no session token is called that; the official SDK trips over the missing token.',
    covers: (_row, official, ours) => official.reason === 'session-token-expired-refresh-unexpected-sdk-error' && ours.reason === 'session-token-expired-refresh-missing-session-token',
  },
  {
    why: 'A satellite with a relative sign-in page is refused at once, not by the first request that needs the page.',
    covers: (row, _official, ours) => row.name.includes('with a relative sign-in page') && ours.threw === true,
  },
  {
    why: "The host of the publishable key is the issuer of a satellite's tokens too, so that its plain cookies are its own.",
    covers: (row) => row.type === 'production' && row.options?.isSatellite === true && row.options.domain !== undefined,
  },
  {
    why: 'Coming from the Frontend API at the host of the publishable key is no cross-origin visit, proxy or not.',
    covers: (row, official, ours) => /referrer the (development|production) Frontend API/.test(row.name) && official.reason === 'primary-domain-cross-origin-sync' && ours.status === 'signed-in',
  },
  {
    why: 'An X-Forwarded-Proto with punctuation is read as the scheme it names instead of failing the request.',
    covers: (row, official) => row.name.includes('scheme odd') && official.threw === true,
  },
  {
    why: 'A path of two slashes stays a path: read as a URL it would send the browser to another host.',
    covers: (row, official, ours) => row.url?.includes('//other.example') === true && official.status === 'handshake' && ours.status === 'handshake',
  },
  {
    why: 'A token that names another RSA algorithm than it was signed by has an invalid signature.',
    covers: (_row, official, ours) => official.reason === 'token-verification-failed' && ours.reason === 'token-invalid-signature',
  },
  {
    why: 'A role in a token counts even when the token lists no permissions.',
    covers: (row) => row.name.includes('version one, no permissions'),
  },
];
