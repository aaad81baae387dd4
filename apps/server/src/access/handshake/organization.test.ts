import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOrganization, organizedInstance } from '../../organizations/testing/organizations.ts';
import { signedIn } from '../../people/testing/people.ts';
import type { TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';

/** What the session token says that a page gets which is about an organization (organizationSyncOptions). */
async function shakeHands(browser: Browser, page: Record<string, string>) {
  const answer = await browser.get('/v1/client/handshake', { redirect_url: 'http://localhost:3000/orgs', suffixed_cookies: 'false', ...page });
  const payload = new URL(String(answer.headers['location'])).searchParams.get('__clerk_handshake') ?? '';
  const { handshake } = decodeJwt<{ handshake: string[] }>(payload);
  const token = handshake.find((cookie) => cookie.startsWith('__session='))?.slice('__session='.length).split(';', 1)[0] ?? '';
  return decodeJwt<{ sts: string; o?: { id: string } }>(token);
}

describe('a handshake for a page about an organization', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await organizedInstance();
  });

  it('activates it, by id or slug, or the personal account', async () => {
    const { browser } = await signedIn(test);
    const [one, other] = [await createOrganization(browser, { name: 'Synced' }), await createOrganization(browser, { name: 'Synced too' })];
    expect((await shakeHands(browser, { organization_id: one.id })).o).toMatchObject({ id: one.id });
    expect((await shakeHands(browser, { organization_id: other.slug })).o).toMatchObject({ id: other.id });
    expect((await shakeHands(browser, {})).o).toMatchObject({ id: other.id });
    expect((await browser.get('/v1/client')).body.response.sessions[0].last_active_organization_id).toBe(other.id);
    expect((await shakeHands(browser, { organization_id: '' })).o).toBeUndefined();
  });

  it('leaves the session where it is, when the organization is none of the person’s', async () => {
    const [owner, stranger] = [await signedIn(test), await signedIn(test)];
    const [theirs, own] = [await createOrganization(owner.browser, { name: 'Theirs' }), await createOrganization(stranger.browser, { name: 'Own' })];
    await shakeHands(stranger.browser, { organization_id: own.id });
    for (const wanted of [theirs.id, theirs.slug, 'no-such-slug']) expect((await shakeHands(stranger.browser, { organization_id: wanted })).o).toMatchObject({ id: own.id });
  });

  it('does what a session waits for where everyone works in one, and never undoes it', async () => {
    const forced = await organizedInstance({ force_organization_selection: true });
    const { browser } = await signedIn(forced);
    const { id } = await createOrganization(browser);
    expect(await shakeHands(browser, { organization_id: '' })).toMatchObject({ sts: 'pending' });
    expect(await shakeHands(browser, { organization_id: id })).toMatchObject({ sts: 'active', o: { id } });
    expect(await shakeHands(browser, { organization_id: '' })).toMatchObject({ sts: 'active', o: { id } });
  });
});
