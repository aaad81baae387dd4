import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inspect } from './house/inspect.ts';
import { asServer, newPerson, ownPage, says, signIn, signOut } from './house/own-page.ts';
import { newAccount } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { organized } = inject('house');

/** Where somebody works, as the page and their session token say. */
function workplace(page: Page) {
  return page.evaluate(async () => {
    const { Clerk } = window as unknown as { Clerk: { organization: { name: string } | null; session: { status: string; getToken(): Promise<string> } } };
    const token = await Clerk.session.getToken();
    const { o } = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { o?: { rol: string } };
    return { name: Clerk.organization?.name, status: Clerk.session.status, role: o?.rol };
  });
}

async function arrives(page: Page, email: string): Promise<void> {
  await page.waitForURL(({ pathname }) => pathname === '/');
  await says(page, email);
}

describe('where everyone works in an organization', () => {
  const site = ownPage(organized);

  it('somebody who has none makes one, and chooses it the next time', async () => {
    const { email } = newAccount();
    await newPerson(organized, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await page.waitForURL(/tasks\/choose-organization/);
    const name = page.locator('input[name=name]');
    await name.waitFor();
    await inspect(page, 'task-create-organization');
    await name.fill('Harbor Works');
    expect(await page.locator('input[name=slug]').inputValue()).toBe('harbor-works');
    await name.press('Enter');
    await arrives(page, email);
    expect(await workplace(page)).toEqual({ name: 'Harbor Works', status: 'active', role: 'admin' });

    await signOut(page);
    await signIn(page, site.origin, email);
    const harbor = page.getByRole('button', { name: /Harbor Works/ });
    await harbor.waitFor();
    await inspect(page, 'task-choose-organization');
    await harbor.press('Enter');
    await arrives(page, email);
    expect(await workplace(page)).toMatchObject({ name: 'Harbor Works', status: 'active' });
  });

  it('a name that is taken as a slug is told beside it', async () => {
    const [{ email }, other] = [newAccount(), newAccount()];
    await newPerson(organized, email);
    const { id } = await newPerson(organized, other.email);
    await asServer(organized, '/organizations', { name: 'Taken', slug: 'taken', created_by: id });
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await page.locator('input[name=name]').fill('Taken');
    await page.locator('input[name=name]').press('Enter');
    await page.locator('.cl-formFieldErrorText__slug').waitFor();
    await page.locator('input[name=slug]').fill(`taken-${Date.now()}`);
    await page.locator('input[name=slug]').press('Enter');
    await arrives(page, email);
  });
});
