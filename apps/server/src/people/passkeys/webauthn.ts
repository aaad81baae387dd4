/** The WebAuthn library, read when somebody first uses a passkey: it is large, and the server should start quickly. */
export function webauthn() {
  return import('@simplewebauthn/server');
}
