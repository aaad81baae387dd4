import { afterAll, beforeAll, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { servePage, type PageServer } from '../../lib/page-server.ts';
import type { KnownInstance } from './global-setup.ts';
import { enterEmail, enterPassword, PASSWORD } from './steps.ts';

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

/** What an app gives that follows its visitors into the dark. */
const DARK = { colorPrimary: '#818cf8', colorPrimaryForeground: '#11111a', colorForeground: '#f2f2f6', colorMutedForeground: '#a5a5b4', colorBackground: '#18181f', colorInput: '#22222c', colorInputForeground: '#f2f2f6', colorNeutral: '#ffffff', colorDanger: '#f87171' };

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
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const appearance = () => ({ variables: dark.matches ? ${JSON.stringify(DARK)} : {} });
  dark.addEventListener('change', () => Clerk.__unstable__updateProps({ appearance: appearance() }));
  await Clerk.load({ appearance: appearance(), signInUrl: '/sign-in', signUpUrl: '/sign-up', waitlistUrl: '/waitlist', signInFallbackRedirectUrl: '/', signUpFallbackRedirectUrl: '/' });
  Clerk.addListener(({ user }) => {
    document.getElementById('user').textContent = user ? user.primaryEmailAddress?.emailAddress ?? user.primaryWeb3Wallet?.web3Wallet : 'nobody';
  });
  const node = document.getElementById('app');
  const mount = { 'sign-in': 'SignIn', 'sign-up': 'SignUp', profile: 'UserProfile', waitlist: 'Waitlist' };
  const [, section] = location.pathname.split('/');
  Clerk['mount' + (mount[section] ?? 'UserButton')](node, { routing: 'path', path: '/' + section });
</script>`;
}

/** Asks the Backend API as an app's server does: for something, or, with a body, to do something. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers freely
export async function asServer({ secretKey }: KnownInstance, path: string, json?: object): Promise<any> {
  const response = await fetch(`${inject('house').foyerUrl}/api/v1${path}`, {
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    ...(json && { method: 'POST', body: JSON.stringify(json) }),
  });
  if (!response.ok) throw new Error(`The Backend API answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Somebody with an email address and a password, as an administrator makes them. */
export async function newPerson(instance: KnownInstance, email: string, more: object = {}): Promise<{ id: string }> {
  return asServer(instance, '/users', { email_address: [email], password: PASSWORD, ...more });
}

/** From the sign-in page past the password. */
export async function signIn(page: Page, origin: string, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await enterEmail(page, email);
  await enterPassword(page, PASSWORD);
}

/** Of somebody who is signed in and carries a device for it. */
export async function addPasskey(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/profile/security`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.locator('.cl-profileSectionItem__passkeys').waitFor();
}

export async function signInByPasskey(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByText('Use a passkey instead').click();
}

export async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { Clerk: { signOut(): Promise<void> } }).Clerk.signOut());
  await says(page, 'nobody');
}

/** The page has noticed who is signed in. */
export async function says(page: Page, who: string): Promise<void> {
  await page.locator('#user', { hasText: who }).waitFor();
}

/** `active`, or `pending` while a task is open; undefined when nobody is signed in. */
export function sessionStatus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (window as unknown as { Clerk?: { session?: { status: string } } }).Clerk?.session?.status);
}
