import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const firstFactors = [{ strategy: 'email_link', emailAddressId: 'idn_1', safeIdentifier: 'n•••@harbor.test' }, { strategy: 'password' }];
const displayConfig = { preferredSignInStrategy: 'otp' };
const attributes = { email_address: { enabled: true, required: true, verifications: ['email_link'], used_for_first_factor: true } };

/** Somewhere else, the person opens the link. */
async function openLink({ page }: DevPage): Promise<void> {
  await page.waitForFunction(() => document.body.dataset['waitsForLink']);
  await page.evaluate(() => void dispatchEvent(new Event('linkopened')));
}

it('waits for the link of a sign-in, offers other ways, and goes on once it was opened', async () => {
  for (const dark of [false, true]) {
    const dev = await browser.open({ width: 360 });
    await dev.start({ dark, firstFactors, displayConfig, emailLink: { status: 'verified' } }, 'SignIn');
    await dev.page.fill('[name=identifier]', 'noor@harbor.test');
    await dev.page.keyboard.press('Enter');
    await dev.page.waitForSelector('.cl-signIn-emailLink .cl-spinner');
    expect(await dev.page.isDisabled('.cl-formResendCodeLink')).toBe(true);
    expect(await dev.violations()).toEqual([]);
    await openLink(dev);
    await dev.page.waitForFunction(() => document.body.dataset['done']);
    expect(dev.problems).toEqual([]);
  }
});

it('says when a link has expired and sends another', async () => {
  const dev = await browser.open();
  await dev.start({ firstFactors, displayConfig, emailLink: { status: 'expired' } }, 'SignIn');
  await dev.page.fill('[name=identifier]', 'noor@harbor.test');
  await dev.page.keyboard.press('Enter');
  await openLink(dev);
  await dev.page.waitForSelector('.cl-alert__warning');
  expect(await dev.violations()).toEqual([]);
  await dev.page.click('.cl-formResendCodeLink:enabled');
  await dev.page.waitForSelector('.cl-verificationLinkStatusBox');
  await dev.page.click('.cl-footerAction__alternativeMethods button');
  await dev.page.waitForSelector('.cl-signIn-alternativeMethods');
});

it.each(['SignIn', 'SignUp'] as const)('%s tells how the link that led here went', async name => {
  for (const [status, title] of [
    ['expired', 'This link has expired'],
    ['failed', 'This link does not work'],
    ['client_mismatch', 'This link belongs to another browser'],
    ['verified', name === 'SignIn' ? 'Confirmed' : 'Your email is confirmed'],
  ]) {
    const dev = await browser.open({ path: `/auth/verify?__clerk_status=${status}` });
    await dev.start({}, name, { routing: 'path', path: '/auth' });
    await dev.page.waitForSelector('.cl-verificationLinkStatusIconBox');
    expect(await dev.page.innerText('h1')).toBe(title);
    expect(await dev.violations()).toEqual([]);
    expect(dev.problems).toEqual([]);
  }
});

it('verifies the address of a new account, and one in the profile', async () => {
  const dev = await browser.open();
  await dev.start({ attributes, emailLink: { status: 'verified' } }, 'SignUp');
  await dev.page.fill('[name=emailAddress]', 'new@harbor.test');
  await dev.page.fill('[name=password]', 'longenough1');
  await dev.page.keyboard.press('Enter');
  await dev.page.waitForSelector('.cl-signUp-emailLink .cl-verificationLinkStatusBox');
  await openLink(dev);
  await dev.page.waitForFunction(() => document.body.dataset['done']);

  const profile = await browser.open();
  await profile.start({ signedIn: true, attributes, emailLink: { status: 'verified' } }, 'UserProfile');
  await profile.page.click('.cl-profileSectionPrimaryButton__emailAddresses');
  await profile.page.fill('[name=emailAddress]', 'new@harbor.test');
  await profile.page.keyboard.press('Enter');
  await profile.page.waitForSelector('.cl-actionCard .cl-verificationLinkStatusBox');
  expect(await profile.violations()).toEqual([]);
  await openLink(profile);
  await profile.page.locator('.cl-actionCard').waitFor({ state: 'detached' });
  expect(await profile.page.locator('.cl-profileSectionItem__emailAddresses').last().innerText()).not.toContain('Unverified');
});
