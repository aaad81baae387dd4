import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../dev/look.mjs';

// The components in a real browser, against an in-memory Clerk object.

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const style = (dev: DevPage, selector: string, property: string) =>
  dev.page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const finished = (dev: DevPage) => dev.page.waitForFunction(() => document.body.dataset['done']);

describe('SignIn', () => {
  it('is clean for axe in every state, light and dark', async () => {
    for (const dark of [false, true]) {
      const dev = await browser.open();
      await dev.start({ dark, social: ['google', 'github', 'apple', 'linkedin', 'slack'] }, 'SignIn');
      expect(await dev.violations()).toEqual([]);

      await dev.page.fill('[name=identifier]', 'locked@harbor.test');
      await dev.page.keyboard.press('Enter');
      await dev.page.waitForSelector('.cl-alert__danger');
      expect(await dev.violations()).toEqual([]);

      await dev.page.fill('[name=identifier]', 'noor@harbor.test');
      await dev.page.keyboard.press('Enter');
      await dev.page.waitForSelector('.cl-signIn-password');
      await dev.page.keyboard.type('wrong');
      await dev.page.keyboard.press('Enter');
      await dev.page.waitForSelector('.cl-formFieldErrorText__password');
      expect(await dev.violations()).toEqual([]);

      await dev.page.click('.cl-formFieldAction__password');
      expect(await dev.violations()).toEqual([]);
      await dev.page.click('.cl-formButtonPrimary');
      await dev.page.locator('[name=code]:enabled:focus').waitFor();
      await dev.page.keyboard.type('424242');
      await dev.page.waitForSelector('[name=newPassword]');
      expect(await dev.violations()).toEqual([]);
      expect(dev.problems).toEqual([]);
    }
  });

  it('works with the keyboard alone, in the path, through both factors', async () => {
    const dev = await browser.open({ path: '/sign-in?redirect_url=%2Fhome' });
    await dev.start({ secondFactor: true }, 'SignIn', { routing: 'path', path: '/sign-in' });
    await dev.page.focus('[name=identifier]');
    await dev.page.keyboard.type('noor@harbor.test\n');
    await dev.page.locator('[name=password]:focus').waitFor();
    expect(dev.page.url()).toBe('http://harbor.test/sign-in/factor-one?redirect_url=%2Fhome');
    await dev.page.keyboard.type('right\n');
    await dev.page.locator('[name=code]:focus').waitFor();
    await dev.page.keyboard.type('424242');
    await finished(dev);
  });

  it('goes back to the start when a step has no attempt', async () => {
    const dev = await browser.open({ path: '/sign-in/factor-one' });
    await dev.start({}, 'SignIn', { routing: 'path', path: '/sign-in' });
    await dev.page.waitForSelector('.cl-signIn-start');
    expect(new URL(dev.page.url()).pathname).toBe('/sign-in');
  });

  it('turns into a sign-up for newcomers, and takes a pasted code', async () => {
    const dev = await browser.open();
    await dev.start({}, 'SignIn', { withSignUp: true });
    await dev.page.fill('[name=identifier]', 'nobody@harbor.test');
    await dev.page.keyboard.press('Enter');
    expect(await dev.page.inputValue('[name=emailAddress]')).toBe('nobody@harbor.test');
    expect(dev.page.url()).toContain('#/create');
    await dev.page.fill('[name=password]', 'longenough1');
    await dev.page.keyboard.press('Enter');
    await dev.page.locator('[name=code]:enabled').waitFor();
    await dev.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', ' 424 242 ');
      document.querySelector('[name=code]')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await finished(dev);
  });

  it('opens as a dialog: first field focused, to sign-up and away with Escape', async () => {
    const dev = await browser.open();
    await dev.start({}, 'SignIn', {}, 'open');
    await dev.page.locator('dialog[aria-label="Sign in to Harbor"] [name=identifier]:focus').waitFor();
    await dev.page.click('.cl-footerActionLink');
    await dev.page.locator('dialog .cl-card.cl-signUp-start').waitFor();
    expect(await dev.page.locator('dialog').count()).toBe(1);
    await dev.page.keyboard.press('Escape');
    await dev.page.locator('dialog').waitFor({ state: 'detached' });
  });
});

describe('SignUp', () => {
  it('says under each field what is wrong, and is clean for axe with phones, consent and errors', async () => {
    const dev = await browser.open({ width: 360, dir: 'rtl' });
    const attributes = { username: { enabled: true, required: true }, phone_number: { enabled: true }, email_address: { enabled: true } };
    await dev.start({ attributes, legalConsent: true }, 'SignUp');
    await dev.page.click('.cl-formButtonPrimary');
    expect(await dev.page.locator('.cl-formFieldErrorText').count()).toBe(4);
    await dev.page.locator('[name=username]:focus').waitFor();
    await dev.page.click('.cl-formFieldAction');
    await dev.page.fill('[name=phoneNumber]', '+44 7911 123456');
    await expect.poll(() => dev.page.inputValue('[name=phoneNumber]'), { timeout: 20_000 }).toBe('791 112 3456');
    expect(await dev.violations()).toEqual([]);
  });

  it.each(['restricted', 'waitlist'] as const)('is closed where sign-up is %s', async signUpMode => {
    const dev = await browser.open();
    await dev.start({ signUpMode }, 'SignUp');
    await dev.page.waitForSelector('.cl-signUp-restrictedAccess');
    expect(await dev.page.locator('form').count()).toBe(0);
    expect(await dev.violations()).toEqual([]);
  });
});

describe('UserButton and UserProfile', () => {
  it('opens its menu, the profile from it, and gives the focus back', async () => {
    const dev = await browser.open();
    await dev.start({ signedIn: true, multiSession: true }, 'UserButton', { customMenuItems: [{ label: 'Help', href: '/help' }] });
    await dev.page.click('.cl-userButtonTrigger');
    await dev.page.waitForSelector('.cl-userButtonPopoverActions');
    await vi.waitFor(async () => expect(await dev.page.locator('.cl-userButtonPopoverActions button').allInnerTexts()).toEqual([
      'Manage account',
      'Help',
      'Sign out',
      expect.stringContaining('Work Account'),
      'Add another account',
      'Sign out of all accounts',
    ]));
    expect(await dev.violations()).toEqual([]);
    await dev.page.click('.cl-userButtonPopoverActionButton__manageAccount');
    await dev.page.waitForSelector('dialog .cl-profilePage__account');
    expect(await dev.violations()).toEqual([]);
    await dev.page.keyboard.press('Escape');
    await dev.page.locator('.cl-userButtonTrigger:focus').waitFor();
  });

  it('adds and verifies an email address, shows devices, and asks before deleting', async () => {
    for (const dark of [false, true]) {
      const dev = await browser.open();
      await dev.start({ dark, signedIn: true, attributes: { username: { enabled: true }, phone_number: { enabled: true } } }, 'UserProfile');
      await dev.page.click('.cl-profileSectionPrimaryButton__emailAddresses');
      await dev.page.fill('[name=emailAddress]', 'taken@harbor.test');
      await dev.page.keyboard.press('Enter');
      await dev.page.waitForSelector('.cl-formFieldErrorText__emailAddress');
      await dev.page.fill('[name=emailAddress]', 'new@harbor.test');
      await dev.page.keyboard.press('Enter');
      await dev.page.locator('[name=code]:enabled:focus').waitFor();
      expect(await dev.violations()).toEqual([]);
      await dev.page.keyboard.type('424242');
      await dev.page.locator('.cl-actionCard').waitFor({ state: 'detached' });
      expect(await dev.page.locator('.cl-profileSectionItem__emailAddresses').count()).toBe(3);

      await dev.page.click('.cl-navbarButton__security');
      await dev.page.waitForSelector('.cl-activeDevice__current');
      await dev.page.click('.cl-profileSectionPrimaryButton__danger');
      expect(await dev.page.isDisabled('.cl-formButtonPrimary')).toBe(true);
      await dev.page.fill('[name=deleteConfirmation]', 'delete account');
      expect(await dev.page.isDisabled('.cl-formButtonPrimary')).toBe(false);
      expect(await dev.violations()).toEqual([]);
    }
  });
});

describe('appearance', () => {
  it('keeps rules about bare elements out and lets rules about our classes in', async () => {
    const dev = await browser.open();
    await dev.page.addStyleTag({ content: '.cl-headerTitle { color: rgb(1, 2, 3) } .mine { letter-spacing: 3px }' });
    await dev.start(
      {
        options: {
          appearance: {
            variables: { colorPrimary: 'rgb(9, 9, 9)', fontSize: '20px' },
            elements: { card: 'mine', formButtonPrimary: { textTransform: 'uppercase', '&:hover': { opacity: 0.5 } } },
          },
          localization: { signIn: { start: { title: 'Willkommen bei {{applicationName}}' } } },
        },
      },
      'SignIn',
    );
    // The page paints buttons pink, gives inputs a lime border, and headings a size of 64 px.
    expect(await style(dev, '.cl-formButtonPrimary', 'background-color')).toBe('rgb(9, 9, 9)');
    expect(await style(dev, '.cl-formFieldInput', 'border-top-width')).toBe('0px');
    expect(await style(dev, '.cl-headerTitle', 'font-size')).toBe('31px');
    expect(await style(dev, '.cl-headerTitle', 'color')).toBe('rgb(1, 2, 3)');
    expect(await style(dev, '.cl-card', 'letter-spacing')).toBe('3px');
    expect(await style(dev, '.cl-formButtonPrimary', 'text-transform')).toBe('uppercase');
    expect(await dev.page.innerText('h1')).toBe('Willkommen bei Harbor');
    await dev.page.hover('.cl-formButtonPrimary');
    await expect.poll(() => style(dev, '.cl-formButtonPrimary', 'opacity')).toBe('0.5');
  });

  it('writes dark on light fills and white on dark ones, unless told', async () => {
    const cases = [
      ['#818cf8', undefined, /oklch\(0\.18 0 0\)/],
      ['#4338ca', undefined, /oklch\(1 0 0\)/],
      ['#818cf8', 'rgb(1, 2, 3)', /rgb\(1, 2, 3\)/],
    ] as const;
    for (const [colorPrimary, colorPrimaryForeground, expected] of cases) {
      const dev = await browser.open();
      await dev.start({ options: { appearance: { variables: { colorPrimary, colorPrimaryForeground } } } }, 'SignIn');
      expect(await style(dev, '.cl-formButtonPrimary', 'color')).toMatch(expected);
    }
  });

  it('styles a shadow root without touching the document', async () => {
    const dev = await browser.open();
    await dev.page.evaluate(() => {
      const host = document.getElementById('app');
      const root = host?.attachShadow({ mode: 'open' });
      const inner = document.createElement('div');
      root?.append(inner);
      document.getElementById = () => inner;
    });
    await dev.start({}, 'SignIn');
    expect(await style(dev, '.cl-card', 'background-color')).toBe('rgb(255, 255, 255)');
    expect(await dev.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  it('fits 320 px', async () => {
    const dev = await browser.open({ width: 320 });
    await dev.start({ social: ['google', 'github', 'apple', 'linkedin', 'slack'] }, 'SignUp');
    expect(await dev.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
