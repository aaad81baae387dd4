import { describe, expect, inject, it } from 'vitest';
import { newAccount } from './house/steps.ts';
import { visit } from './house/visitor.ts';

describe('password fields', () => {
  it('hide what is typed until it is asked for', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    const field = page.getByLabel('Password', { exact: true });
    await field.fill('seven quiet otters');
    expect(await field.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Show password' }).click();
    expect(await field.getAttribute('type')).toBe('text');
    expect(await field.inputValue()).toBe('seven quiet otters');
  });

  it('take what is pasted, and tell password managers what they are for', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    const { email } = newAccount();
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Email address').press('ControlOrMeta+a');
    await page.getByLabel('Email address').press('ControlOrMeta+c');
    const field = page.getByLabel('Password', { exact: true });
    await field.press('ControlOrMeta+v');
    await expect.poll(() => field.inputValue()).toBe(email);
    expect(await field.getAttribute('autocomplete')).toBe('new-password');

    await page.goto(`${inject('house').webUrl}/sign-in`);
    await page.locator('input[autocomplete=current-password]').first().waitFor({ state: 'attached' });
  });
});
