import { type Static, Type } from 'typebox';
import { kind, resource, Text } from '../parts.ts';

/** RFC 7517 key. SDKs read RSA keys only. */
export const JsonWebKey = resource('JsonWebKey', {
  use: kind('sig'),
  kty: kind('RSA'),
  kid: Text,
  alg: Text,
  n: Text,
  e: Text,
});

export const Jwks = resource('Jwks', { keys: Type.Array(JsonWebKey) });
export type JwksResource = Static<typeof Jwks>;
