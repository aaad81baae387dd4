import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PICTURES = fileURLToPath(new URL('../../../test-results/browser/', import.meta.url));
const NARROW = { width: 320, height: 740 };

/**
 * Looks at what a page shows as different people see it: in the light and in the dark, on the narrowest of
 * phones, from right to left, without motion. Takes pictures, and fails on what keeps people out.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? NARROW;
  await findings(page, `${name}-light`);

  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await settle(page);
  const moving = await page.evaluate(() => document.getAnimations().flatMap((animation) => (animation instanceof CSSAnimation ? animation.animationName : [])));
  expect(moving, `what moves on ${name}, though nothing should`).toEqual([]);
  await findings(page, `${name}-dark`);

  await page.setViewportSize(NARROW);
  await fits(page, `${name}-narrow`);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await settle(page);
  await fits(page, `${name}-rtl`);

  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(size);
}

/** Contrast cannot be judged while something is still fading in. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)));
}

/** Takes a picture, and looks for axe's serious findings, for headings that say nothing, and for names of texts in the place of texts. */
export async function findings(page: Page, name: string): Promise<void> {
  await settle(page);
  await takePicture(page, name);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'empty-heading')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(found, name).toEqual([]);
  expect(await page.evaluate(() => /\b(signIn|signUp|userProfile|reverification|waitlist|foyer|task\w+)\.\w+/.exec(document.body.innerText)?.[0]), name).toBeUndefined();
}

/** Takes a picture, and looks for what is wider than its place. */
export async function fits(page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  const wide = await page.evaluate(() => {
    const overflowing = [...document.querySelectorAll<HTMLElement>('button, a, label, h1, h2, h3, p')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline' && getComputedStyle(element).textOverflow !== 'ellipsis')
      .filter((element) => element.clientWidth > 1)
      .map((element) => element.outerHTML.slice(0, 200));
    return { page: document.documentElement.scrollWidth - document.documentElement.clientWidth, overflowing };
  });
  expect(wide, name).toEqual({ page: 0, overflowing: [] });
}

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}
