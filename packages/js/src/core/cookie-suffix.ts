import { cookieSuffix as withWebCrypto } from '@foyer/protocol/keys';
import { sha1 } from './sha1.ts';

/** Suffix that keeps the cookies of several instances on one host apart: 8 characters of base64url(SHA-1(key)). */
export async function cookieSuffix(publishableKey: string): Promise<string> {
  if (globalThis.crypto?.subtle) return withWebCrypto(publishableKey);
  const digest = sha1(new TextEncoder().encode(publishableKey));
  return btoa(String.fromCharCode(...digest)).replaceAll('+', '-').replaceAll('/', '_').slice(0, 8);
}
