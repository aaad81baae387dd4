import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from '../../lib/inbox.ts';
import { newMailbox, newPerson, PASSWORD } from '../house/people.ts';
import { enterCode, says, signInByPassword, signOut, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });

describe('official clerk-js and its components', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(development, url));

  it('sign somebody up by a code that came by email', async () => {
    const { page } = visit;
    const email = `${crypto.randomUUID()}@example.com`;
    await page.goto(`${visit.origin}/sign-up`);
    await page.fill('input[name=firstName]', 'Ada');
    await page.fill('input[name=lastName]', 'Lovelace');
    await page.fill('input[name=emailAddress]', email);
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await enterCode(page, await codeSentTo(url, email));
    await says(page, `${email} Ada Lovelace`);

    const { data } = await users.getUserList({ emailAddress: [email] });
    expect(data.map(({ fullName }) => fullName)).toEqual(['Ada Lovelace']);
  });

  it('sign somebody out, and in again by password', async () => {
    const { page } = visit;
    const { email } = await newPerson(users);
    await signInByPassword(page, visit.origin, email);
    await says(page, email);
    await signOut(page);
    await says(page, 'nobody');

    await page.reload();
    await says(page, 'nobody');
    await signInByPassword(page, visit.origin, email);
    await says(page, email);
    await page.reload();
    await says(page, email);
  });

  it('say what is wrong with a password', async () => {
    const { page } = visit;
    const { email } = await newPerson(users);
    await page.goto(`${visit.origin}/sign-in`);
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.fill('input[name=password]', 'not the password');
    await submit(page);
    await page.locator('.cl-formFieldErrorText', { hasText: /password/i }).first().waitFor();
  });

  it('sign somebody in by a code that came by email', async () => {
    const { page } = visit;
    const { email } = await newPerson(users, newMailbox());
    await page.goto(`${visit.origin}/sign-in`);
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.locator('.cl-footerActionLink, .cl-alternativeMethodsBlockButton', { hasText: /another method/i }).click();
    await page.locator('.cl-alternativeMethodsBlockButton', { hasText: /email code/i }).click();
    await enterCode(page, await codeSentTo(url, email));
    await says(page, email);
  });

  it('know the user in a second tab', async () => {
    const { page } = visit;
    const { email } = await newPerson(users);
    await signInByPassword(page, visit.origin, email);
    await says(page, email);
    const second = await visit.visitor.context.newPage();
    await second.goto(visit.origin);
    await says(second, email);
    await signOut(second);
    await says(second, 'nobody');
    await says(page, 'nobody');
  });

  it('let somebody who forgot their password choose another', async () => {
    const { page } = visit;
    const { id, email } = await newPerson(users, newMailbox());
    await page.goto(`${visit.origin}/sign-in`);
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.click('text=/forgot password/i');
    await page.click('text=/reset your password/i');
    await enterCode(page, await codeSentTo(url, email));
    await page.fill('input[name=password]', 'another seven otters swim');
    await page.fill('input[name=confirmPassword]', 'another seven otters swim');
    await submit(page);
    await says(page, email);
    expect(await users.verifyPassword({ userId: id, password: 'another seven otters swim' })).toEqual({ verified: true });
  });

  it('add an email address to a profile, and delete the account', async () => {
    const { page } = visit;
    const { id, email } = await newPerson(users);
    const second = newMailbox();
    await signInByPassword(page, visit.origin, email);
    await says(page, email);
    await page.goto(`${visit.origin}/profile`);
    await page.click('.cl-profileSectionPrimaryButton__emailAddresses');
    await page.fill('input[name=emailAddress]', second);
    await submit(page);
    await enterCode(page, await codeSentTo(url, second));
    const statuses = async () => (await users.getUser(id)).emailAddresses.map((address) => [address.emailAddress, address.verification?.status]);
    await expect.poll(statuses, { timeout: 10_000 }).toContainEqual([second, 'verified']);
    await page.locator('.cl-profileSectionContent__emailAddresses', { hasText: second }).waitFor();

    await page.click('.cl-navbarButton__security');
    await page.locator('.cl-profileSectionContent__activeDevices', { hasText: /this device/i }).waitFor();
    await page.click('.cl-profileSectionPrimaryButton__danger');
    await page.fill('input[name=deleteConfirmation]', 'Delete account');
    await submit(page);
    await says(page, 'nobody');
    await expect(users.getUser(id)).rejects.toMatchObject({ status: 404 });
  });

  it('rename somebody in their profile', async () => {
    const { page } = visit;
    const { id, email } = await newPerson(users);
    await signInByPassword(page, visit.origin, email);
    await says(page, email);
    await page.goto(`${visit.origin}/profile`);
    await page.click('.cl-profileSectionPrimaryButton__profile');
    await page.fill('input[name=firstName]', 'Grace');
    await page.fill('input[name=lastName]', 'Hopper');
    await submit(page);
    await says(page, `${email} Grace Hopper`);
    expect((await users.getUser(id)).fullName).toBe('Grace Hopper');
  });
});
