import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { letHoursPass } from '../../lib/database.ts';
import { codeSentTo } from '../../lib/inbox.ts';
import { newMailbox, newPerson, PASSWORD } from '../house/people.ts';
import { enterCode, says, signInByPassword, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, proofs, databaseUrl } = inject('house');
const proxyUrl = `${url}/i/${proofs.slug}`;
const { users } = createClerkClient({ apiUrl, secretKey: proofs.secretKey });

describe.skipIf(databaseUrl === undefined)('official clerk-js', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(proofs, proxyUrl));

  it('asks for a proof before a sensitive change, and then goes on with it', async () => {
    const { page, origin } = visit;
    const { id, email } = await newPerson(users, newMailbox());
    const second = newMailbox();
    await signInByPassword(page, origin, email);
    await says(page, email);
    await letHoursPass(databaseUrl, id);

    await page.goto(`${origin}/profile`);
    await page.click('.cl-profileSectionPrimaryButton__emailAddresses');
    await page.fill('input[name=emailAddress]', second);
    await submit(page);
    await page.getByText('Verification required').waitFor();
    await page.fill('input[name=password]', PASSWORD);
    await page.locator('.cl-modalContent .cl-formButtonPrimary').click();
    await enterCode(page, await codeSentTo(proxyUrl, second));
    const statuses = async () => (await users.getUser(id)).emailAddresses.map((address) => [address.emailAddress, address.verification?.status]);
    await expect.poll(statuses, { timeout: 20_000 }).toContainEqual([second, 'verified']);
  });
});
