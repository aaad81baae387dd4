/** Base64url and UTF-8, by way of Node's Buffer where there is one and of Web APIs elsewhere. */

interface BufferLike {
  from(text: string, encoding: 'base64url' | 'utf8'): Uint8Array<ArrayBuffer> & { toString(encoding: 'utf8'): string };
}

// Read from globalThis so that bundlers for browsers and edge runtimes do not add a polyfill.
const NodeBuffer = (globalThis as { Buffer?: BufferLike }).Buffer;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a text. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return NodeBuffer ? NodeBuffer.from(text, 'utf8') : encoder.encode(text);
}

/** Bytes of base64url (or base64) text. Characters outside the alphabet throw, except under Node, which skips them. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (NodeBuffer) return NodeBuffer.from(text, 'base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Text whose UTF-8 bytes are given as base64url. */
export function decodeBase64UrlText(text: string): string {
  return NodeBuffer ? NodeBuffer.from(text, 'base64url').toString('utf8') : decoder.decode(decodeBase64Url(text));
}

/** Base64url without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
