import { parseEnv } from 'node:util';
import { createClerkClient, type ClerkClient } from '@foyer/backend';
import { clerk, clerkSetup, setupClerkTestingToken } from '@foyer/testing/playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { isGreeted, isStranger, newAccount } from './house/steps.ts';
import { visit } from './house/visitor.ts';

/** What people test their own applications with, tried on one of ours. */
describe('the helpers for Playwright', () => {
  let backend: ClerkClient;
  beforeAll(async () => {
    const keys = parseEnv(await (await fetch(`${inject('house').foyerUrl}/.env`)).text());
    Object.assign(process.env, keys);
    await clerkSetup({ dotenv: false });
    backend = createClerkClient({ secretKey: keys['CLERK_SECRET_KEY'], apiUrl: keys['CLERK_API_URL'] });
  });

  async function somebody() {
    const { firstName, email: mailbox, password } = newAccount();
    const email = mailbox.replace('@', '+clerk_test@');
    const user = await backend.users.createUser({ emailAddress: [email], firstName, password });
    return { firstName, email, password, user };
  }

  it('let a page pass the bot protection', async () => {
    const { firstName, email } = await somebody();
    const { page, context } = await visit();
    await setupClerkTestingToken({ context });
    await setupClerkTestingToken({ page });
    await clerk.signIn({ page, emailAddress: email });
    await isGreeted(page, firstName);
    // The page does not see the token, only what the server says to those who have one.
    const answered = page.waitForResponse((response) => response.url().includes('/v1/client?'));
    await page.reload();
    expect(await (await answered).json()).toMatchObject({ response: { captcha_bypass: true } });
  });

  it('sign somebody in by their address, and out', async () => {
    const { firstName, email } = await somebody();
    const { page } = await visit();
    await clerk.signIn({ page, emailAddress: email });
    await isGreeted(page, firstName);
    await clerk.signOut({ page });
    await isStranger(page);
  });

  it('sign somebody in with a password, and with the code of a test identity', async () => {
    const { firstName, email, password } = await somebody();
    for (const signInParams of [
      { strategy: 'password', identifier: email, password },
      { strategy: 'email_code', identifier: email },
    ] as const) {
      const { page } = await visit();
      await clerk.signIn({ page, signInParams });
      await isGreeted(page, firstName);
    }
  });

  it('say what is wrong with who cannot be signed in', async () => {
    const { page } = await visit();
    await expect(clerk.signIn({ page, emailAddress: 'nobody@example.com' })).rejects.toThrow('There is no user with the address nobody@example.com');
    await expect(clerk.signIn({ page, signInParams: { strategy: 'email_code', identifier: 'jane@example.com' } })).rejects.toThrow('not a test identity');
  });
});
