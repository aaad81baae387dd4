import { parseCookies } from './cookies.ts';
import { publicUrl } from './public-url.ts';
import { viewRequest } from './request-view.ts';

/** The URL a browser used, with a question that frameworks often have. */
export class ClerkUrl extends URL {
  isCrossOrigin(other: URL | string): boolean {
    return this.origin !== new URL(other).origin;
  }
}

/** A Web request with the URL that the browser used and its cookies. */
export class ClerkRequest extends Request {
  readonly clerkUrl: ClerkUrl;
  readonly cookies: Map<string, string | undefined>;

  constructor(input: Request | URL | string, init?: RequestInit) {
    super(input, init);
    this.clerkUrl = new ClerkUrl(publicUrl(viewRequest(this)));
    this.cookies = new Map(Object.entries(parseCookies(this.headers.get('cookie') ?? undefined)));
  }

  toJSON() {
    return {
      url: this.clerkUrl.href,
      method: this.method,
      headers: JSON.stringify(Object.fromEntries(this.headers)),
      clerkUrl: this.clerkUrl.toString(),
      cookies: JSON.stringify(Object.fromEntries(this.cookies)),
    };
  }
}

export function createClerkRequest(...args: ConstructorParameters<typeof ClerkRequest>): ClerkRequest {
  const [input] = args;
  return input instanceof ClerkRequest ? input : new ClerkRequest(...args);
}
