import { randomUUID } from 'node:crypto';
import type { TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';

export const PASSWORD = 'violet lantern 7 river';

/** A test address that nobody else has. */
export function address(name: string): string {
  return `${name}+clerk_test_${randomUUID().slice(0, 8)}@example.com`;
}

/** A browser with somebody signed in: created by the instance's server, signed in with a ticket. */
export async function signedIn(test: TestInstance, user: Record<string, unknown> = {}): Promise<{ browser: Browser; userId: string; email: string }> {
  const email = address('person');
  const created = await test.bapi('POST', '/v1/users', { json: { email_address: [email], password: PASSWORD, ...user } });
  if (created.status !== 200) throw new Error(`No user was created: ${created.text}`);
  const browser = await signInAgain(test, created.body.id);
  return { browser, userId: created.body.id, email };
}

/** Another browser of the same person. */
export async function signInAgain(test: TestInstance, userId: string): Promise<Browser> {
  const { body } = await test.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: userId } });
  const browser = test.browser();
  const answer = await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: body.token });
  if (answer.body?.response?.status !== 'complete') throw new Error(`Not signed in: ${answer.text}`);
  return browser;
}
