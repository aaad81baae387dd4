import { randomBytes } from 'node:crypto';
import type { RequestContext } from '../../platform/http/facts.ts';
import { createUser } from '../../people/users/service.ts';
import type { Browser } from '../../testing/browser.ts';
import type { TestInstance } from '../../testing/app.ts';
import { createSession, type NewSession } from '../sessions/service.ts';
import type { SessionRow } from '../sessions/tables.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** A new user with a verified email address. */
export async function someone(test: TestInstance): Promise<string> {
  const address = `p${randomBytes(6).toString('hex')}+clerk_test@example.com`;
  const { user } = await createUser(test.ctx, { emails: [{ address, verified: true }], firstName: 'Ada' });
  return user.id;
}

/** Signs a user in on the client of a browser, past all attempts: for tests of what comes after. */
export async function signIn(test: TestInstance, browser: Browser, userId: string, wanted: Partial<NewSession> = {}): Promise<SessionRow> {
  const { body } = await browser.put('/v1/client');
  const session = await createSession(requestContext(test, body.response.id), {
    userId,
    strategy: 'password',
    firstFactorAt: test.ctx.platform.clock.now(),
    secondFactorAt: null,
    ...wanted,
  });
  browser.sessionId = session.id;
  return session;
}

/** What a service sees of a request of a client. */
export function requestContext(test: TestInstance, clientId: string | null): RequestContext {
  return {
    ...test.ctx,
    asking: { clientId, sessionId: null, userId: null, actor: null },
    http: {
      traceId: 'test',
      method: 'POST',
      ip: '127.0.0.1',
      userAgent: USER_AGENT,
      origin: '',
      apiVersion: '2025-11-10',
      baseUrl: `http://localhost/i/${test.instance.slug}`,
      publicUrl: `http://localhost/i/${test.instance.slug}`,
      primaryUrl: `http://localhost/i/${test.instance.slug}`,
      hostname: 'localhost',
      secure: false,
      native: false,
      query: {},
      header: () => undefined,
      cookie: () => undefined,
      setCookie: () => undefined,
      setHeader: () => undefined,
    },
  };
}
