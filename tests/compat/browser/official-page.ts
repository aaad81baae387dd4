import { fileURLToPath } from 'node:url';
import type { KnownInstance } from '../house/global-setup.ts';
import { servePage, type PageServer } from '../../lib/page-server.ts';

const CLERK_JS = fileURLToPath(new URL('../node_modules/@clerk/clerk-js/dist', import.meta.url));

/**
 * A site whose pages are official components, drawn by official clerk-js. It is one document with a router, as apps
 * with frameworks are: without one, the client sends its page to several places at once after a sign-in with tasks,
 * and which of them wins is chance.
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
  const routing = 'path';
  const shown = [
    ['/sign-in', (node, path) => Clerk.mountSignIn(node, { routing, path })],
    ['/sign-up', (node, path) => Clerk.mountSignUp(node, { routing, path })],
    ['/profile', (node, path) => Clerk.mountUserProfile(node, { routing, path })],
    ['/waitlist', (node) => Clerk.mountWaitlist(node)],
    ['/', (node) => Clerk.mountUserButton(node)],
  ];
  let showing;
  function show() {
    const [path, mount] = shown.find(([start]) => location.pathname.startsWith(start));
    if (path === showing) return;
    showing = path;
    const node = document.createElement('div');
    document.getElementById('app').replaceChildren(node);
    mount(node, path);
  }
  const go = (change) => (to) => {
    history[change](null, '', to);
    show();
  };
  await Clerk.load({
    routerPush: go('pushState'),
    routerReplace: go('replaceState'),
    signInUrl: '/sign-in',
    signUpUrl: '/sign-up',
    waitlistUrl: '/waitlist',
    signInFallbackRedirectUrl: '/',
    signUpFallbackRedirectUrl: '/',
    telemetry: false,
  });
  Clerk.addListener(({ user }) => {
    document.getElementById('user').textContent = user ? [user.primaryEmailAddress?.emailAddress, user.fullName].join(' ') : 'nobody';
  });
  addEventListener('popstate', show);
  show();
</script>`,
  };
  return servePage(site, port);
}
