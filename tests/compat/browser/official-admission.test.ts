import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { newMailbox, PASSWORD } from '../house/people.ts';
import { says, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, invited, waiting } = inject('house');

describe('official clerk-js where only invited people may sign up', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(invited, `${url}/i/${invited.slug}`));
  const { invitations, users } = createClerkClient({ apiUrl, secretKey: invited.secretKey });

  it('turns others away, and takes who comes with an invitation', async () => {
    const { page, origin } = visit;
    await page.goto(`${origin}/sign-up`);
    await page.getByText(/access restricted/i).waitFor();

    const email = newMailbox();
    const invitation = await invitations.createInvitation({ emailAddress: email, redirectUrl: `${origin}/sign-up`, publicMetadata: { role: 'guest' } });
    await page.goto(invitation.url ?? '');
    await page.waitForURL(/\/sign-up\/continue/);
    await page.fill('input[name=password]', PASSWORD);
    // A form that is still judging what was typed lets a click pass by.
    await page.locator('#password-success-feedback').waitFor();
    await submit(page);
    await says(page, email);
    const { data } = await users.getUserList({ emailAddress: [email] });
    expect(data.map(({ publicMetadata }) => publicMetadata)).toEqual([{ role: 'guest' }]);
  });
});

describe('official clerk-js where people wait to be let in', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(waiting, `${url}/i/${waiting.slug}`));
  const { waitlistEntries } = createClerkClient({ apiUrl, secretKey: waiting.secretKey });

  it('takes an address on the list', async () => {
    const { page, origin } = visit;
    const email = newMailbox();
    await page.goto(`${origin}/waitlist`);
    await page.fill('input[name=emailAddress]', email);
    await submit(page);
    await page.getByText(/thanks for joining/i).waitFor();
    const { data } = await waitlistEntries.list({ query: email });
    // A page of entries, whatever the official type says.
    expect([data].flat().map(({ emailAddress, status }) => [emailAddress, status])).toEqual([[email, 'pending']]);
  });
});
