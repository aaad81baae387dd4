import type { JwtPayload } from '@foyer/protocol/claims';
import type { TokenResource } from '../types/session.ts';

/** A session token, or one made from a JWT template. Docs: session tokens. */
export class Token implements TokenResource {
  readonly pathRoot = 'tokens';
  readonly #jwt: string;
  readonly claims: JwtPayload;

  /** @throws {SyntaxError} when the text is not a JWT */
  constructor(jwt: string) {
    this.#jwt = jwt;
    this.claims = decodeClaims(jwt);
  }

  getRawString = (): string => this.#jwt;

  /** Tokens do not change; a new one comes from `session.getToken()`. */
  reload = (): Promise<this> => Promise.resolve(this);
}

/** Claims of a JWT, unverified: the browser only reads what its own server sent. */
function decodeClaims(jwt: string): JwtPayload {
  const encoded = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as JwtPayload;
}
