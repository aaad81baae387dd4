import { fileURLToPath } from 'node:url';
import type { KnownInstance } from '../house/global-setup.ts';
import { servePage, type PageServer } from '../../lib/page-server.ts';

const CLERK_JS = fileURLToPath(new URL('../node_modules/@clerk/clerk-js/dist', import.meta.url));

/**
 * A site whose pages are official components, drawn by official clerk-js.
 * @param proxyUrl where the Frontend API is, if not at the host in the publishable key
 * @param script another than official clerk-js
 */
export function serveOfficialPage(instance: KnownInstance, proxyUrl?: string, port?: number, script = '/clerk/clerk.browser.js'): Promise<PageServer> {
  const site = {
    folders: { clerk: CLERK_JS },
    html: `<!doctype html>
<title>Official</title>
<div id="app"></div>
<p id="user"></p>
<script data-clerk-publishable-key="${instance.publishableKey}" ${proxyUrl ? `data-clerk-proxy-url="${proxyUrl}"` : ''} src="${script}"></script>
<script type="module">
  const { Clerk } = window;
  await Clerk.load({ signInUrl: '/sign-in', signUpUrl: '/sign-up', waitlistUrl: '/waitlist', signInFallbackRedirectUrl: '/', signUpFallbackRedirectUrl: '/', telemetry: false });
  Clerk.addListener(({ user }) => {
    document.getElementById('user').textContent = user ? [user.primaryEmailAddress?.emailAddress, user.fullName].join(' ') : 'nobody';
  });
  const node = document.getElementById('app');
  const routing = 'path';
  if (location.pathname.startsWith('/sign-in')) Clerk.mountSignIn(node, { routing, path: '/sign-in' });
  else if (location.pathname.startsWith('/sign-up')) Clerk.mountSignUp(node, { routing, path: '/sign-up' });
  else if (location.pathname.startsWith('/profile')) Clerk.mountUserProfile(node, { routing, path: '/profile' });
  else if (location.pathname.startsWith('/waitlist')) Clerk.mountWaitlist(node);
  else Clerk.mountUserButton(node);
</script>`,
  };
  return servePage(site, port);
}
