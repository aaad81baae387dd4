import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import type { Visitor } from '../../lib/visitors.ts';
import { prefixOf } from '../house/frontend.ts';
import { newPerson } from '../house/people.ts';
import { says, signInByPassword, signOut } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsOverTls, visitsTo } from './visits.ts';

const { url, apiUrl, production, productionPorts } = inject('house');

const FRONTEND_API = 'clerk.compat-shop.example';
describe('official clerk-js with a production instance', { timeout: 120_000 }, () => {
  describe('behind a proxy URL', () => {
    const visit = visitsTo(() => serveOfficialPage(production, prefixOf(url, production), productionPorts.page));

    it('keeps its client in our cookie', () => comeAndGo(visit.visitor, visit.origin));
  });

  describe('at the host in the key', () => {
    const visit = visitsOverTls(() => serveOfficialPage(production), { app: 'www.compat-shop.example', frontendApi: FRONTEND_API });

    it('keeps its client in our cookie, and tells the app', async () => {
      await comeAndGo(visit.visitor, visit.origin);
      const cookies = await visit.visitor.context.cookies([`https://${FRONTEND_API}`]);
      expect(cookies.find(({ name }) => name === '__client')).toMatchObject({ domain: FRONTEND_API, secure: true });
      // The app's server sees it too: it is on the domain that both share.
      expect(cookies.find(({ name }) => name === '__client_uat')).toMatchObject({ domain: '.compat-shop.example', secure: true });
    });
  });
});

/** Signs in, reloads, signs out and reloads, and looks at the cookies on the way. */
async function comeAndGo({ context, page, problems }: Visitor, origin: string): Promise<void> {
  const { email } = await newPerson(createClerkClient({ apiUrl, secretKey: production.secretKey }).users);
  await signInByPassword(page, origin, email);
  await says(page, email);

  const cookies = new Map((await context.cookies()).map((cookie) => [cookie.name, cookie]));
  expect(cookies.get('__client')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(Number(cookies.get('__client_uat')?.value)).toBeGreaterThan(0);
  expect(cookies.has('__clerk_db_jwt')).toBe(false);

  await page.reload();
  await says(page, email);
  await signOut(page);
  await says(page, 'nobody');
  await page.reload();
  await says(page, 'nobody');
  // Pictures are at FOYER_URL, which not every visitor can reach.
  problems.splice(0, Infinity, ...problems.filter((problem) => !problem.includes('/v1/avatars/')));
}
