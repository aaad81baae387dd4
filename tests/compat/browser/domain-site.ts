import { createServer, request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import * as official from '@clerk/express';
import * as ours from '@foyer/express';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { listening, type PageServer } from '../../lib/page-server.ts';
import type { KnownInstance } from '../house/global-setup.ts';

const CLERK_JS = fileURLToPath(new URL('../node_modules/@clerk/clerk-js/dist', import.meta.url));
const PROXY_PATH = '/__clerk';

/** One of several applications of one instance, each on a domain of its own. */
export interface DomainSite {
  sdk: 'official' | 'ours';
  instance: KnownInstance;
  /** Of the house. */
  url: string;
  apiUrl: string;
  /** Whether the site's server asks who is signed in, or only its pages do. */
  asks: boolean;
  /** What is told the SDKs about the domain. */
  domain?: string;
  proxyUrl?: string;
  isSatellite: boolean;
  signInUrl: string;
  /** Sites to which people go back after they signed in here. */
  allowedRedirectOrigins?: string[];
}

/**
 * Serves a site that says who is signed in, as its server and as its page know it, and that has the
 * Frontend API below `/__clerk`. Pages sign in and out, and lead to other sites.
 */
export async function serveDomainSite(site: DomainSite): Promise<PageServer> {
  const app = express();
  app.use('/clerk', express.static(CLERK_JS));
  app.use(PROXY_PATH, proxyTo(site));
  const { middleware, userIdOf } = serverSide(site);
  app.use(middleware);
  app.use((request: Request, response: Response) => void response.type('html').send(html(site, userIdOf(request))));
  return listening(createServer(app));
}

function serverSide(site: DomainSite): { middleware: RequestHandler; userIdOf(request: Request): string | null } {
  if (!site.asks) return { middleware: (_request, _response, next) => void next(), userIdOf: () => null };
  const { instance, apiUrl, domain, proxyUrl, isSatellite, signInUrl } = site;
  const { publishableKey, secretKey } = instance;
  const options = { publishableKey, secretKey, apiUrl, isSatellite, signInUrl, ...(domain && { domain }), ...(proxyUrl && { proxyUrl }) };
  if (site.sdk === 'ours') return { middleware: ours.clerkMiddleware({ ...options, clerkClient: ours.createClerkClient(options) }), userIdOf: (request) => ours.getAuth(request).userId };
  return { middleware: official.clerkMiddleware({ ...options, clerkClient: official.createClerkClient(options) }), userIdOf: (request) => official.getAuth(request).userId };
}

/** The proxy of the documentation: three headers more, all else as it came. */
function proxyTo({ url, instance, proxyUrl = '' }: DomainSite): RequestHandler {
  const { hostname, port, host } = new URL(url);
  return (request, response) => {
    const added = { host, 'clerk-proxy-url': proxyUrl, 'clerk-secret-key': instance.secretKey, 'x-forwarded-for': request.socket.remoteAddress };
    const inner = httpRequest({ hostname, port, method: request.method, path: request.url, headers: { ...request.headers, ...added } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    inner.on('error', () => response.destroy());
    request.pipe(inner);
  };
}

function html({ sdk, instance, domain, proxyUrl, isSatellite, signInUrl, allowedRedirectOrigins }: DomainSite, userId: string | null): string {
  const frontendApi = proxyUrl ?? `https://clerk.${domain}`;
  const src = sdk === 'official' ? '/clerk/clerk.browser.js' : `${frontendApi}/npm/@foyer/js@0/dist/clerk.browser.js`;
  const where = [domain && `data-clerk-domain="${domain}"`, proxyUrl && `data-clerk-proxy-url="${proxyUrl}"`].filter(Boolean).join(' ');
  const options = { isSatellite, signInUrl, ...(allowedRedirectOrigins && { allowedRedirectOrigins }), telemetry: false };
  return `<!doctype html>
<title>Site</title>
<link rel="icon" href="data:,">
<p id="server">${userId ?? 'nobody'}</p>
<p id="user"></p>
<div id="app"></div>
<script data-clerk-publishable-key="${instance.publishableKey}" ${where} src="${src}"></script>
<script type="module">
  const { Clerk } = window;
  await Clerk.load(${JSON.stringify(options)});
  const button = (id, action) => {
    const element = Object.assign(document.createElement('button'), { id, textContent: id });
    element.addEventListener('click', action);
    document.body.append(element);
  };
  // Before the page leaves for another domain there is nothing to show.
  if (Clerk.loaded) {
    if (location.pathname.startsWith('/sign-in')) Clerk.mountSignIn(document.getElementById('app'), { routing: 'hash' });
    button('sign-in', () => Clerk.redirectToSignIn({ redirectUrl: location.href }));
    button('sign-out', () => Clerk.signOut({ redirectUrl: '/signed-out' }));
    Clerk.addListener(({ user }) => {
      document.getElementById('user').textContent = user ? user.primaryEmailAddress?.emailAddress : 'nobody';
    });
  }
</script>`;
}
