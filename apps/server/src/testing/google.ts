import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** Where a fake Google is, and what its tokens say unless told otherwise. */
const ISSUER = 'https://accounts.google.example';
const CLIENT_ID = 'foyer-tests.apps.googleusercontent.com';

/** A Google of a test's own: it publishes its keys over HTTP and signs ID tokens with them. */
export class FakeGoogle {
  readonly #server: Server;
  readonly #keys: { kid: string; secret: CryptoKey; shown: JWK }[] = [];
  /** How often its keys were asked for. */
  asked = 0;

  private constructor() {
    this.#server = createServer((_request, response) => {
      this.asked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: this.#keys.map(({ shown }) => shown) }));
    });
  }

  static async start(): Promise<FakeGoogle> {
    const google = new FakeGoogle();
    await google.rotate();
    await new Promise<void>((resolve) => google.#server.listen(0, '127.0.0.1', resolve));
    return google;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Settings of an instance whose people come with this Google. */
  get settings() {
    const { port } = this.#server.address() as AddressInfo;
    return { google_one_tap: { enabled: true, client_ids: [CLIENT_ID], issuer: ISSUER, jwks_url: `http://127.0.0.1:${port}/certs` } };
  }

  /** Signs with a new key from now on; the old ones are still published. */
  async rotate(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const kid = `key-${this.#keys.length + 1}`;
    this.#keys.push({ kid, secret: privateKey, shown: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } });
  }

  /** What the browser gets when somebody presses the button; `claims` change what it says, `undefined` leaves one out. */
  async token(claims: JWTPayload & { [claim: string]: unknown } = {}, now = new Date()): Promise<string> {
    const key = this.#keys.at(-1);
    if (!key) throw new Error('This Google has no keys.');
    const issued = Math.floor(now.getTime() / 1000);
    const usual = { jti: randomUUID(), iss: ISSUER, aud: CLIENT_ID, iat: issued, exp: issued + 3600, email_verified: true, given_name: 'Grace', family_name: 'Hopper', picture: 'https://images.example/grace.png' };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' }).sign(key.secret);
  }
}
