import { createServer } from 'node:http';
import { createClerkClient } from '@clerk/backend';
import { describe, expect, inject, it } from 'vitest';
import { listening, type PageServer } from '../../lib/page-server.ts';
import type { KnownInstance } from '../house/global-setup.ts';
import { newPerson, PASSWORD } from '../house/people.ts';
import { serveDomainSite } from './domain-site.ts';
import { says, submit } from './gestures.ts';
import { visitsTo, visitsToHosts } from './visits.ts';

const { url, apiUrl, chain, development } = inject('house');
const PRIMARY = 'compat-chain.example';

/**
 * A site whose server is as SDKs of 2023: where the cookies leave open who is signed in, it answers with the page
 * of the Backend API, at its own address.
 */
async function serveOldSite({ publishableKey }: KnownInstance): Promise<PageServer> {
  const interstitial = `${apiUrl}/v1/public/interstitial?${new URLSearchParams({ publishable_key: publishableKey })}`;
  const server = createServer(async (request, response) => {
    const cookies = new Map((request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=') as [string, string]));
    const [uat, session] = [cookies.get('__client_uat'), cookies.get('__session')];
    const isOpen = uat === undefined || (uat !== '0' && !session);
    if (isOpen) return void response.writeHead(401, { 'content-type': 'text/html' }).end(await (await fetch(interstitial)).text());
    const who = session && uat !== '0' ? JSON.parse(Buffer.from(session.split('.')[1] ?? '', 'base64url').toString()).sub : 'nobody';
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><link rel="icon" href="data:,"><p id="user">${who}</p>`);
  });
  return listening(server);
}

describe('the page that old SDKs answer with', { timeout: 120_000 }, () => {
  describe('in development', () => {
    const visit = visitsTo(() => serveOldSite(development));

    it('lets a new browser in, as nobody', async () => {
      await visit.page.goto(visit.origin);
      await says(visit.page, 'nobody');
    });
  });

  describe('in production', () => {
    const site = () => serveDomainSite({ sdk: 'official', asks: false, instance: chain, url, apiUrl, domain: PRIMARY, isSatellite: false, signInUrl: `https://www.${PRIMARY}/sign-in` });
    const visit = visitsToHosts({ [`www.${PRIMARY}`]: site, [`old.${PRIMARY}`]: () => serveOldSite(chain) }, [`clerk.${PRIMARY}`]);

    it('finds out who signed in beside it', async () => {
      const { page, visitor } = visit;
      const person = await newPerson(createClerkClient({ apiUrl, secretKey: chain.secretKey }).users);
      await page.goto(`${visit.origin}/sign-in`);
      await page.fill('input[name=identifier]', person.email);
      await submit(page);
      await page.fill('input[name=password]', PASSWORD);
      await submit(page);
      await page.waitForURL(`${visit.origin}/`);
      await says(page, person.email);
      await page.goto(`https://old.${PRIMARY}/`);
      await says(page, person.id);
      // Pictures are at FOYER_URL, which not every visitor can reach.
      expect(visitor.problems.splice(0).filter((problem) => !problem.includes('/v1/avatars/'))).toEqual([]);
    });
  });
});
