import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from '../../lib/inbox.ts';
import { newMailbox } from '../house/people.ts';
import { enterCode, says, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });
const BREACHED = 'qwertyuiop';

describe('official clerk-js', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(development, url));

  it('leads whoever signs in with a breached password through a reset', async () => {
    const { page } = visit;
    const email = newMailbox();
    const { id } = await users.createUser({ emailAddress: [email], password: BREACHED, skipPasswordChecks: true });
    await page.goto(`${visit.origin}/sign-in`);
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.fill('input[name=password]', BREACHED);
    await submit(page);
    await page.getByRole('button', { name: 'Reset your password' }).click();
    await enterCode(page, await codeSentTo(url, email));
    await page.fill('input[name=password]', 'another seven otters swim');
    await page.fill('input[name=confirmPassword]', 'another seven otters swim');
    await submit(page);
    await says(page, email);
    expect(await users.verifyPassword({ userId: id, password: 'another seven otters swim' })).toEqual({ verified: true });
  });

  it('says beside the field that a new password is a breached one', async () => {
    const { page } = visit;
    await page.goto(`${visit.origin}/sign-up`);
    await page.fill('input[name=firstName]', 'Ada');
    await page.fill('input[name=lastName]', 'Lovelace');
    await page.fill('input[name=emailAddress]', newMailbox());
    await page.fill('input[name=password]', BREACHED);
    // The page judges what is typed a moment later: its praise would replace what the server says of it.
    await page.locator('.cl-formFieldSuccessText', { hasText: /meets all/i }).waitFor();
    await submit(page);
    await page.locator('.cl-formFieldErrorText', { hasText: /breach/i }).first().waitFor();
  });
});
