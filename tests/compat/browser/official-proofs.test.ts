import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { linkSentTo } from '../../lib/inbox.ts';
import { carryPasskeys } from '../../lib/virtual-authenticator.ts';
import { newMailbox, newPerson, PASSWORD } from '../house/people.ts';
import { addAuthenticator, enterCode, hideAutomation, nextCode, openUserButton, says, signInByPassword, signOut, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, proofs } = inject('house');
const proxyUrl = `${url}/i/${proofs.slug}`;
const { users } = createClerkClient({ apiUrl, secretKey: proofs.secretKey });

describe('official clerk-js', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(proofs, proxyUrl));

  it('signs somebody in by an email link, opened in another tab', async () => {
    const { page, origin, visitor } = visit;
    const email = newMailbox();
    await users.createUser({ emailAddress: [email], skipPasswordRequirement: true });
    await page.goto(`${origin}/sign-in`);
    await page.fill('input[name=identifier]', email);
    await submit(page);
    const link = await linkSentTo(proxyUrl, email);
    const other = await visitor.context.newPage();
    await other.goto(link);
    await says(other, email);
  });

  it('asks for the code of an authenticator app, or for a backup code', async () => {
    const { page, origin } = visit;
    const { email } = await newPerson(users, newMailbox());
    await signInByPassword(page, origin, email);
    await says(page, email);
    const { secret, backupCodes } = await addAuthenticator(page, origin);

    await page.goto(origin);
    await signOut(page);
    await says(page, 'nobody');
    await signInByPassword(page, origin, email);
    await enterCode(page, nextCode(secret));
    await says(page, email);

    await signOut(page);
    await says(page, 'nobody');
    await signInByPassword(page, origin, email);
    await page.waitForURL(/factor-two/);
    await page.locator('.cl-footerActionLink', { hasText: /another method/i }).click();
    await page.getByRole('button', { name: /backup code/i }).click();
    await page.fill('input[name=code]', backupCodes[0] ?? '');
    await submit(page);
    await says(page, email);
  });

  it('signs somebody in with a passkey that was made in their profile', async () => {
    const { page, origin } = visit;
    const { email } = await newPerson(users, newMailbox());
    await hideAutomation(page);
    await carryPasskeys(page);
    await signInByPassword(page, origin, email);
    await says(page, email);
    await page.goto(`${origin}/profile/security`);
    await page.click('.cl-profileSectionPrimaryButton__passkeys');
    await page.getByText(/^Created:/).waitFor();

    await page.goto(origin);
    await signOut(page);
    await says(page, 'nobody');
    await page.goto(`${origin}/sign-in`);
    await page.getByText('Use passkey instead').click();
    await says(page, email);
  });

  it('switches between two accounts', async () => {
    const { page, origin } = visit;
    const ada = await newPerson(users, newMailbox());
    const bob = await newPerson(users, newMailbox());
    await signInByPassword(page, origin, ada.email);
    await says(page, ada.email);
    await openUserButton(page);
    await page.click('.cl-userButtonPopoverActionButton__addAccount');
    await page.fill('input[name=identifier]', bob.email);
    await submit(page);
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await says(page, bob.email);
    await openUserButton(page);
    await page.locator('.cl-userPreview', { hasText: ada.email }).click();
    await says(page, ada.email);
    expect(await page.evaluate(() => (window as unknown as { Clerk: { client: { signedInSessions: unknown[] } } }).Clerk.client.signedInSessions.length)).toBe(2);
  });
});
