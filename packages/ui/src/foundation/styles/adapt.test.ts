import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../dev/look.mjs';

// How the components adapt to the device and to what its owner has asked for.

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const box = async ({ page }: DevPage, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not to be seen.`);
  return found;
};

/** Layers come in moving, and follow the device a moment later. */
const PATIENCE = { timeout: 20_000 };

const heightOf = async (dev: DevPage, selector: string) => (await box(dev, selector)).height;

/** The card lies at the bottom of a phone, from side to side. */
const isSheet = (dev: DevPage) =>
  expect
    .poll(async () => {
      const { x, y, width, height } = await box(dev, '.cl-cardBox');
      return [x, width, Math.round(y + height)];
    }, PATIENCE)
    .toEqual([0, 360, 780]);

/** Answers what a press in the middle of something, `down` pixels lower, would press. */
const pressedAt = ({ page }: DevPage, selector: string, down: number) =>
  page.locator(selector).first().evaluate((element, offset) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2 + offset);
    return element === hit || element.contains(hit);
  }, down);

const border = ({ page }: DevPage, selector: string) => page.locator(selector).first().evaluate(element => parseFloat(getComputedStyle(element).borderTopWidth));
const outline = ({ page }: DevPage, selector: string) => page.locator(selector).first().evaluate(element => getComputedStyle(element).outlineStyle);

describe('with fingers', () => {
  const phone = { width: 360, height: 780, touch: true };

  it('everything to press is 44 px high, or takes presses that far around it', async () => {
    const dev = await browser.open(phone);
    await dev.start({}, 'SignIn');
    for (const control of ['.cl-socialButtonsBlockButton', '[name=identifier]', '.cl-formButtonPrimary']) {
      expect((await box(dev, control)).height, control).toBeGreaterThanOrEqual(44);
    }
    expect(await pressedAt(dev, '.cl-footerActionLink', 21)).toBe(true);
    await dev.page.fill('[name=identifier]', 'noor@harbor.test');
    await dev.page.click('.cl-formButtonPrimary');
    await dev.page.locator('[name=password]:focus').waitFor();
    expect((await box(dev, '.cl-formFieldInputShowPasswordButton')).height).toBeGreaterThanOrEqual(44);
    for (const small of ['.cl-identityPreviewEditButton', '.cl-formFieldAction__password']) {
      expect(await pressedAt(dev, small, -20), small).toBe(true);
    }
    // What is above a field leaves the field its own presses.
    const field = await box(dev, '[name=password]');
    const { x } = await box(dev, '.cl-formFieldAction__password');
    expect(await dev.page.evaluate(([left, top]) => document.elementFromPoint(left ?? 0, top ?? 0)?.tagName, [x + 2, field.y + 6])).toBe('INPUT');
  });

  it('a modal is a sheet at the bottom that stays above the keyboard', async () => {
    const dev = await browser.open(phone);
    await dev.start({}, 'SignIn', {}, 'open');
    await dev.page.locator('[name=identifier]:focus').waitFor();
    await isSheet(dev);

    // Keyboards are not to be had here: the part of the page that one leaves is.
    const shrink = (height: number) =>
      dev.page.evaluate(left => {
        const view = window.visualViewport;
        Object.defineProperty(view, 'height', { value: left, configurable: true });
        view?.dispatchEvent(new Event('resize'));
      }, height);
    await shrink(400);
    await expect.poll(() => heightOf(dev, '.cl-modalBackdrop'), PATIENCE).toBe(400);
    const input = await box(dev, '[name=identifier]');
    expect(input.y + input.height).toBeLessThanOrEqual(400);
    await shrink(780);
    await expect.poll(() => heightOf(dev, '.cl-modalBackdrop'), PATIENCE).toBe(780);
    await dev.page.keyboard.press('Escape');
    await dev.page.locator('.cl-modalBackdrop').waitFor({ state: 'detached' });
  });

  it('a profile fills its sheet', async () => {
    const dev = await browser.open(phone);
    await dev.start({ signedIn: true }, 'UserProfile', {}, 'open');
    await dev.page.waitForSelector('.cl-profileSection');
    await isSheet(dev);
    for (const control of ['.cl-navbarButton', '.cl-profileSectionPrimaryButton']) {
      expect((await box(dev, control)).height, control).toBeGreaterThanOrEqual(44);
    }
    expect(await pressedAt(dev, '.cl-menuButton', 20)).toBe(true);
  });
});

describe('with forced colours', () => {
  it('inputs, cards and buttons have borders, and what has the focus an outline', async () => {
    const dev = await browser.open();
    await dev.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await dev.start({}, 'SignIn');
    for (const framed of ['.cl-cardBox', '[name=identifier]', '.cl-formButtonPrimary', '.f-monogram']) expect(await border(dev, framed), framed).toBeGreaterThan(0);
    await dev.page.fill('[name=identifier]', 'noor@harbor.test');
    expect(await outline(dev, '[name=identifier]')).toBe('solid');
    await dev.page.keyboard.press('Enter');
    await dev.page.locator('[name=password]:focus').waitFor();
    expect(await border(dev, '.cl-formFieldInputGroup')).toBeGreaterThan(0);
    expect(await outline(dev, '.cl-formFieldInputGroup')).toBe('solid');
    await dev.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  });
});

it('says what language its texts are in, as far as it knows', async () => {
  const langOf = async (localization?: object) => {
    const dev = await browser.open();
    await dev.start({ options: { localization } }, 'SignIn');
    return dev.page.locator('.cl-signIn-root').getAttribute('lang');
  };
  expect(await langOf()).toBe('en-US');
  expect(await langOf({ locale: 'de-DE' })).toBe('de-DE');
  expect(await langOf({ formButtonPrimary: 'Weiter' })).toBeNull();
});

it('cuts long names at their end, also from right to left', async () => {
  const dev = await browser.open({ width: 320, dir: 'rtl' });
  await dev.start({ signedIn: true }, 'UserButton');
  await dev.page.click('.cl-userButtonTrigger');
  await dev.page.waitForSelector('.f-placed .cl-userPreviewMainIdentifier');
  const style = await dev.page.locator('.f-placed .cl-userPreviewMainIdentifier').first().evaluate(element => {
    const { direction, textAlign } = getComputedStyle(element);
    return [direction, textAlign];
  });
  expect(style).toEqual(['ltr', 'right']);
});
