import { createClerkClient } from '@clerk/backend';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Visitor } from '../../lib/visitors.ts';
import type { KnownInstance } from '../house/global-setup.ts';
import { newPerson, PASSWORD } from '../house/people.ts';
import { PROXIED_SATELLITE } from '../house/seed.ts';
import { serveDomainSite, type DomainSite } from './domain-site.ts';
import { says, submit } from './gestures.ts';
import { visitsToHosts } from './visits.ts';

const { url, apiUrl, chain, development } = inject('house');

const PRIMARY = 'compat-chain.example';
const SATELLITE = 'compat-outlet.com';
/** Where development instances are reached, whose own host answers nowhere. */
const FOYER = 'foyer.compat-chain.example';

interface Kind {
  kind: string;
  /** Domains of the sites; their hosts begin with `www.` */
  satellite: string;
  primary: string;
  instance: KnownInstance;
  told: { satellite: Partial<DomainSite>; primary: Partial<DomainSite> };
}

const live = { primary: PRIMARY, instance: chain };
const KINDS: Kind[] = [
  { kind: 'with a Frontend API host', satellite: SATELLITE, ...live, told: { satellite: { domain: SATELLITE }, primary: { domain: PRIMARY } } },
  { kind: 'behind a proxy', satellite: PROXIED_SATELLITE.name, ...live, told: { satellite: { proxyUrl: PROXIED_SATELLITE.proxyUrl }, primary: { domain: PRIMARY } } },
  {
    kind: 'in development',
    satellite: 'compat-stall.test',
    primary: 'compat-stand.test',
    instance: development,
    told: { satellite: { proxyUrl: `https://${FOYER}`, domain: 'www.compat-stall.test' }, primary: { proxyUrl: `https://${FOYER}` } },
  },
];
const SDKS = [
  { sdk: 'official', asks: true },
  { sdk: 'official', asks: false },
  { sdk: 'ours', asks: true },
  { sdk: 'ours', asks: false },
] as const;

/** What each test deals with. Pages by themselves go the same way whatever the kind. */
const CASES = SDKS.flatMap((sdk) => KINDS.filter((_, index) => sdk.asks || index === 0).map((kind) => ({ ...sdk, ...kind })));

beforeAll(async () => {
  const { domains } = createClerkClient({ apiUrl, secretKey: chain.secretKey });
  const added = await domains.add({ name: SATELLITE, is_satellite: true });
  expect(added).toMatchObject({ name: SATELLITE, isSatellite: true, frontendApiUrl: `https://clerk.${SATELLITE}` });
});

describe.each(CASES)('a satellite $kind, by the $sdk SDKs (server asks: $asks)', { timeout: 120_000 }, ({ sdk, asks, satellite, primary, instance, told }) => {
  const home = `https://www.${primary}`;
  const clerkClient = createClerkClient({ apiUrl, secretKey: instance.secretKey });
  const common = { sdk, asks, instance, url, apiUrl, signInUrl: `${home}/sign-in` } satisfies Partial<DomainSite>;
  const visit = visitsToHosts(
    {
      [`www.${satellite}`]: () => serveDomainSite({ ...common, ...told.satellite, isSatellite: true }),
      [`www.${primary}`]: () => serveDomainSite({ ...common, ...told.primary, isSatellite: false, allowedRedirectOrigins: [`https://www.${satellite}`] }),
    },
    [`clerk.${primary}`, `clerk.${satellite}`, FOYER],
  );

  it('signs in by the primary domain, and follows it', async () => {
    const { page, visitor } = visit;
    const person = await newPerson(clerkClient.users);
    await open(page, visit.origin, 'nobody', asks);
    await page.click('#sign-in');
    await page.waitForURL(`${home}/sign-in**`);
    await signIn(page, person.email);
    await page.waitForURL(`${visit.origin}/`);
    await says(page, person.email);
    if (asks) await serverSays(page, person.id);

    // Signing out here signs out there.
    await open(page, home, person.email, asks && person.id);
    await open(page, visit.origin, person.email, asks && person.id);
    await signOut(page);
    await open(page, home, 'nobody');
    await open(page, home, 'nobody', asks);

    // And the other way round.
    await page.goto(`${home}/sign-in`);
    await signIn(page, person.email);
    await page.waitForURL(`${home}/`);
    await says(page, person.email);
    await open(page, visit.origin, person.email, asks && person.id);
    await open(page, home, person.email);
    await signOut(page);
    await open(page, visit.origin, 'nobody', asks);
    forgetPictures(visitor);
  });
});

/** Opens a site, and sees who is signed in: in the page, and as its server says. */
async function open(page: Page, site: string, who: string, server: string | boolean = false): Promise<void> {
  await takeTime(page);
  await page.goto(`${site}/`);
  await says(page, who);
  expect(page.url()).toBe(`${site}/`);
  if (server !== false) await serverSays(page, server === true ? 'nobody' : server);
}

async function serverSays(page: Page, who: string): Promise<void> {
  expect(await page.textContent('#server')).toBe(who);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.fill('input[name=identifier]', email);
  await submit(page);
  await page.fill('input[name=password]', PASSWORD);
  await takeTime(page);
  await submit(page);
}

/** Several pages in a few seconds look like a loop to SDKs; people are slower than tests. */
async function takeTime(page: Page): Promise<void> {
  await page.context().clearCookies({ name: '__clerk_redirect_count' });
}

async function signOut(page: Page): Promise<void> {
  await page.click('#sign-out');
  await page.waitForURL('**/signed-out');
  await says(page, 'nobody');
}

/** Pictures are at FOYER_URL, which not every visitor can reach. */
function forgetPictures({ problems }: Visitor): void {
  problems.splice(0, Infinity, ...problems.filter((problem) => !problem.includes('/v1/avatars/')));
}
