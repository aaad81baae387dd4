import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from '../../lib/inbox.ts';
import { newMailbox, newPerson, PASSWORD } from '../house/people.ts';
import { enterCode, says, signInByPassword, submit } from './gestures.ts';
import { serveReactPage } from './react-page.ts';
import { visitsOverTls, visitsTo } from './visits.ts';

const { url, apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });
const { publishableKey } = development;

describe('official @clerk/clerk-react with our script', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveReactPage({ publishableKey, proxyUrl: url, clerkJSUrl: `${url}/npm/@clerk/clerk-js@5/dist/clerk.browser.js` }));

  it('tells components and hooks who is signed in', async () => {
    const { page, origin } = visit;
    const { id, email } = await newPerson(users);
    await page.goto(origin);
    await says(page, 'nobody');
    await signInByPassword(page, origin, email);
    await says(page, email);
    expect(JSON.parse((await page.textContent('#ids')) ?? '')).toMatchObject({ userId: id, isSignedIn: true, sameSession: true, sameUser: true });
    await page.locator('#protected', { hasText: 'no admin' }).waitFor();

    await page.click('#token');
    await page.waitForFunction(() => document.title.startsWith('eyJ'));
    expect(JSON.parse(Buffer.from((await page.title()).split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ sub: id });

    await page.reload();
    await says(page, email);
    await page.click('#sign-out');
    await says(page, 'nobody');
  });

  it('signs somebody up', async () => {
    const { page, origin } = visit;
    const email = newMailbox();
    await page.goto(`${origin}/sign-up`);
    await page.fill('input[name=firstName]', 'Ada');
    await page.fill('input[name=lastName]', 'Lovelace');
    await page.fill('input[name=emailAddress]', email);
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await enterCode(page, await codeSentTo(url, email));
    await says(page, `${email} Ada Lovelace`);
  });

  it('draws UserButton and UserProfile, and renames somebody there', async () => {
    const { page, origin } = visit;
    const { id, email } = await newPerson(users);
    await signInByPassword(page, origin, email);
    await says(page, email);
    await page.click('.cl-userButtonTrigger');
    await page.locator('.cl-userButtonPopoverCard', { hasText: email }).waitFor();

    await page.goto(`${origin}/profile`);
    await page.click('.cl-profileSectionPrimaryButton__profile');
    await page.fill('input[name=firstName]', 'Grace');
    await page.fill('input[name=lastName]', 'Hopper');
    await submit(page);
    await page.locator('.cl-userPreview', { hasText: 'Grace Hopper' }).first().waitFor();
    expect((await users.getUser(id)).fullName).toBe('Grace Hopper');
  });

  it('sends nobody to the sign-in page', async () => {
    const { page, origin } = visit;
    await page.goto(`${origin}/private`);
    await page.waitForURL(/\/sign-in/);
    await page.waitForSelector('input[name=identifier]');
  });
});

describe('official @clerk/clerk-react, told nothing but the publishable key', { timeout: 120_000 }, () => {
  const visit = visitsOverTls(() => serveReactPage({ publishableKey }), { app: 'app.workshop.example', frontendApi: 'workshop.clerk.accounts.dev' });

  it('loads our script from the host in the key, and signs somebody in', async () => {
    const { email } = await newPerson(users);
    const { page, origin } = visit;
    const scripts: string[] = [];
    page.on('response', (response) => void (response.url().includes('/npm/') && scripts.push(response.url())));
    await signInByPassword(page, origin, email);
    await says(page, email);
    expect(scripts[0]).toBe('https://workshop.clerk.accounts.dev/npm/@clerk/clerk-js@5/dist/clerk.browser.js');
  });
});
