import { afterAll, beforeAll, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { servePage, type PageServer } from '../../lib/page-server.ts';
import type { KnownInstance } from './global-setup.ts';
import { PASSWORD } from './steps.ts';

/** A site whose pages are our components, drawn by our script; for the tests of a file. */
export function ownPage(instance: KnownInstance): { readonly origin: string } {
  let site: PageServer;
  beforeAll(async () => {
    site = await servePage({ html: html(instance) });
  });
  afterAll(() => site.stop());
  return {
    get origin() {
      return site.origin;
    },
  };
}

function html({ publishableKey, proxyUrl }: KnownInstance): string {
  return `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Components</title>
<link rel="icon" href="data:,">
<style>body { margin: 0; background: Canvas; color: CanvasText; color-scheme: light dark }</style>
<main><h1>Components</h1><div id="app"></div><p id="user"></p></main>
<script data-clerk-publishable-key="${publishableKey}" data-clerk-proxy-url="${proxyUrl}" src="${inject('house').foyerUrl}/npm/@foyer/js@5/dist/clerk.browser.js"></script>
<script type="module">
  const { Clerk } = window;
  await Clerk.load({ signInUrl: '/sign-in', signUpUrl: '/sign-up', waitlistUrl: '/waitlist', signInFallbackRedirectUrl: '/', signUpFallbackRedirectUrl: '/' });
  Clerk.addListener(({ user }) => {
    document.getElementById('user').textContent = user ? user.primaryEmailAddress?.emailAddress ?? user.primaryWeb3Wallet?.web3Wallet : 'nobody';
  });
  const node = document.getElementById('app');
  const mount = { 'sign-in': 'SignIn', 'sign-up': 'SignUp', profile: 'UserProfile', waitlist: 'Waitlist' };
  const [, section] = location.pathname.split('/');
  Clerk['mount' + (mount[section] ?? 'UserButton')](node, { routing: 'path', path: '/' + section });
</script>`;
}

/** Somebody with an email address and a password, as an administrator makes them. */
export async function newPerson({ secretKey }: KnownInstance, email: string): Promise<void> {
  const response = await fetch(`${inject('house').foyerUrl}/api/v1/users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email_address: [email], password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`The Backend API answered ${response.status}: ${await response.text()}`);
}

/** The page has noticed who is signed in. */
export async function says(page: Page, who: string): Promise<void> {
  await page.locator('#user', { hasText: who }).waitFor();
}
