import type { JwtPayload } from '@foyer/protocol/claims';
import type { TokenResource } from '../types/session.ts';

/** A JWT's parts, read but not verified. */
export interface DecodedJwt {
  encoded: { header: string; payload: string; signature: string };
  header: Record<string, unknown>;
  /** `__raw` is the whole token. */
  claims: JwtPayload & { __raw: string };
}

/** A session token, or one made from a JWT template. Docs: guides/sessions/session-tokens. */
export class Token implements TokenResource {
  readonly pathRoot = 'tokens';
  readonly jwt: DecodedJwt;

  /** @throws {SyntaxError} when the text is not a JWT */
  constructor(raw: string) {
    const [header = '', payload = '', signature = ''] = raw.split('.');
    this.jwt = {
      encoded: { header, payload, signature },
      header: decode(header) as Record<string, unknown>,
      claims: { ...(decode(payload) as JwtPayload), __raw: raw },
    };
  }

  get claims(): JwtPayload {
    return this.jwt.claims;
  }

  getRawString = (): string => this.jwt.claims.__raw;

  /** Tokens do not change; a new one comes from `session.getToken()`. */
  reload = (): Promise<this> => Promise.resolve(this);
}

/** The browser only reads what its own server sent, so the signature does not matter to it. */
function decode(part: string): unknown {
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
