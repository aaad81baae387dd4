import type { JwtPayload } from '@foyer/protocol/claims';
import { TokenVerificationError, TokenVerificationErrorReason as Reason } from '../errors.ts';
import { decodeBase64Url, decodeBase64UrlText } from './codec.ts';

export interface JwtHeader {
  alg: string;
  kid: string;
  typ?: string;
  /** Category of the token, e.g. that of a session token. */
  cat?: string;
  [parameter: string]: unknown;
}

/** A token taken apart; nothing about it is verified. */
export interface Jwt {
  header: JwtHeader;
  payload: JwtPayload;
  signature: Uint8Array<ArrayBuffer>;
  raw: { header: string; payload: string; signature: string; text: string };
}

/** A token taken apart as far as a decision about it needs, most of all its claims. */
export type ReadJwt = Omit<Jwt, 'signature'>;

/**
 * Takes a JWT apart without verifying it.
 *
 * @throws TokenVerificationError when the text is not a JWT
 */
export function decodeJwt(token: string): Jwt {
  const raw = split(token);
  return {
    header: parseObject<JwtHeader>(raw.header, 'header'),
    payload: parseObject<JwtPayload>(raw.payload, 'payload'),
    signature: decodeSignature(raw.signature),
    raw,
  };
}

/** The same for our own use: the header is shared, and the signature is left for whoever verifies it. */
export function readJwt(token: string): ReadJwt {
  const raw = split(token);
  return { header: readHeader(raw.header), payload: parseObject<JwtPayload>(raw.payload, 'payload'), raw };
}

function split(token: string): Jwt['raw'] {
  const text = String(token ?? '');
  const parts = text.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || signature === undefined) {
    throw invalid('A JWT has three parts separated by dots: header, payload and signature.');
  }
  return { header, payload, signature, text };
}

/** All tokens that a key signs have the same header, so it is worth remembering one. */
let latestHeader: { text: string; header: Readonly<JwtHeader> } | undefined;

function readHeader(text: string): Readonly<JwtHeader> {
  if (latestHeader?.text !== text) latestHeader = { text, header: Object.freeze(parseObject<JwtHeader>(text, 'header')) };
  return latestHeader.header;
}

/** Parses one base64url JSON part; each call makes a new object. */
export function parseObject<T>(part: string, name: string): T {
  try {
    const value: unknown = JSON.parse(decodeBase64UrlText(part));
    if (typeof value === 'object' && value !== null) return value as T;
  } catch {
    // Not JSON at all: the same answer as for JSON that is not an object.
  }
  throw invalid(`The ${name} of this JWT is not a JSON object.`);
}

/** @throws TokenVerificationError when it is not base64url */
export function decodeSignature(part: string): Uint8Array<ArrayBuffer> {
  try {
    return decodeBase64Url(part);
  } catch {
    throw invalid('The signature of this JWT is not base64url.');
  }
}

function invalid(message: string): TokenVerificationError {
  return new TokenVerificationError({ reason: Reason.TokenInvalid, message });
}
