import { createClerkClient } from '@clerk/backend';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { newPerson } from '../house/people.ts';
import { says, signInByPassword, signOut, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, organized } = inject('house');
const { users, organizations } = createClerkClient({ apiUrl, secretKey: organized.secretKey });

/** As much of `window.Clerk` as these tests use. */
interface ClerkObject {
  organization: { id: string; name: string; update(params: { name: string }): Promise<unknown> } | null;
  user: { organizationMemberships: { role: string }[]; getOrganizationMemberships(): Promise<{ total_count: number }> } | null;
  session: { status: string; getToken(options?: { organizationId?: string }): Promise<string> } | null;
  createOrganization(params: { name: string }): Promise<{ id: string }>;
  setActive(params: { organization: string | null }): Promise<void>;
}

/** What official clerk-js knows of where somebody works, and what their token says of it. */
function workplace(page: Page) {
  return page.evaluate(async () => {
    const { Clerk } = window as unknown as { Clerk: ClerkObject };
    const token = (await Clerk.session?.getToken()) ?? '';
    const { o, sts } = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { o?: { id: string; rol: string }; sts: string };
    return { id: Clerk.organization?.id, name: Clerk.organization?.name, status: Clerk.session?.status, roles: Clerk.user?.organizationMemberships.map(({ role }) => role), claim: o, sts };
  });
}

/** Somebody whose session waits is known already: only who has done everything is sent on. */
async function arrives(page: Page, email: string): Promise<void> {
  await page.waitForURL(({ pathname }) => pathname === '/');
  await page.waitForSelector('.cl-userButtonTrigger');
  await says(page, email);
}

describe('official clerk-js, where everyone works in an organization', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(organized, `${url}/i/${organized.slug}`));

  it('has whoever has none create one, and lets them in', async () => {
    const { page, origin } = visit;
    const { email } = await newPerson(users);
    await signInByPassword(page, origin, email);
    await page.waitForURL(/tasks\/choose-organization/);
    await page.fill('input[name=name]', 'Acme');
    await submit(page);
    await arrives(page, email);
    expect(await workplace(page)).toMatchObject({ name: 'Acme', status: 'active', roles: ['org:admin'], claim: { rol: 'admin' }, sts: 'active' });

    await signOut(page);
    await says(page, 'nobody');
    await signInByPassword(page, origin, email);
    await page.waitForURL(/tasks\/choose-organization/);
    await page.locator('button', { hasText: 'Acme' }).first().click();
    await arrives(page, email);
    expect(await workplace(page)).toMatchObject({ name: 'Acme', status: 'active' });
  });

  it('switches between organizations, and asks for tokens of either', async () => {
    const { page, origin } = visit;
    const { id: createdBy, email } = await newPerson(users);
    const { id: first } = await organizations.createOrganization({ name: 'First', createdBy });
    await signInByPassword(page, origin, email);
    await page.locator('button', { hasText: 'First' }).first().click();
    await arrives(page, email);
    const second = await page.evaluate(async () => {
      const { Clerk } = window as unknown as { Clerk: ClerkObject };
      const { id } = await Clerk.createOrganization({ name: 'Second' });
      await Clerk.setActive({ organization: id });
      await Clerk.organization?.update({ name: 'Second to none' });
      return { id, memberships: (await Clerk.user?.getOrganizationMemberships())?.total_count };
    });
    expect(second.memberships).toBe(2);
    expect(await workplace(page)).toMatchObject({ id: second.id, name: 'Second to none', claim: { id: second.id } });
    const token = await page.evaluate(async (organizationId) => (window as unknown as { Clerk: ClerkObject }).Clerk.session?.getToken({ organizationId }), first);
    expect(JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ o: { id: first } });
    expect(await workplace(page)).toMatchObject({ id: second.id });
  });
});
