import { createHash } from 'node:crypto';
import { apiError } from '@foyer/protocol/errors';
import { parsePublishableKey } from '@foyer/protocol/keys';
import type { FastifyInstance } from 'fastify';
import { fapiHostOf, primaryName } from '../instances/domains/names.ts';
import { listDomains } from '../instances/domains/service.ts';
import type { Instances } from '../instances/instances/service.ts';
import { instanceContext, publicBase } from '../instances/resolve.ts';
import type { Instance, Platform } from '../platform/context.ts';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import { escapeHtml } from '../platform/http/html.ts';
import { answer, Raw } from '../platform/http/routes.ts';

/** All optional, as documented; `frontendApi` is the older spelling. */
type Query = Partial<Record<'frontend_api' | 'frontendApi' | 'publishable_key' | 'proxy_url' | 'domain' | 'sign_in_url' | 'use_domain_for_script', string>>;

/**
 * The page that SDKs of 2023 and before answer with when they cannot tell who is signed in: it loads the
 * browser's script, which brings the cookies in line, and asks for the page again. Newer ones shake hands.
 *
 * An SDK shows the text at its application's own address, so the policy stands in the page itself. Here,
 * at ours, it runs in a sandbox: its script may be another's.
 */
export function interstitialRoutes(app: FastifyInstance, platform: Platform, instances: Instances): void {
  app.get(`${BACKEND_PREFIX}/v1/public/interstitial`, { config: { face: 'backend' } }, async (request, reply) => {
    const query = request.query as Query;
    const instance = await instanceOf(instances, query);
    if (query.sign_in_url && !/^(?:https?:\/)?\//i.test(query.sign_in_url)) throw apiError('form_param_value_invalid', { param: 'sign_in_url' });
    const fapi = await frontendApi(platform, instance, query);
    const policy = `default-src 'none'; script-src '${SCRIPT_HASH}' ${new URL(fapi).origin}; connect-src ${new URL(fapi).origin}; base-uri 'none'; form-action 'none'`;
    const headers = { 'content-security-policy': `sandbox allow-scripts; frame-ancestors 'none'; ${policy}`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    return answer(reply, new Raw('text/html; charset=utf-8', html(instance, fapi, policy, query), headers));
  });
}

async function instanceOf(instances: Instances, query: Query): Promise<Instance> {
  const host = query.publishable_key ? parsePublishableKey(query.publishable_key)?.frontendApi : (query.frontend_api ?? query.frontendApi);
  if (!host) throw apiError('form_param_missing', { param: query.publishable_key === undefined ? 'frontend_api' : 'publishable_key' });
  const instance = await instances.byHost(host);
  if (!instance) throw apiError('resource_not_found', { longMessage: 'There is no instance with this Frontend API.' });
  return instance;
}

/** Where the browser reaches the instance: only at addresses that are its own, for a script is loaded from there. */
async function frontendApi(platform: Platform, instance: Instance, query: Query): Promise<string> {
  if (instance.environmentType === 'development') return publicBase(platform, instance);
  if (!query.proxy_url && !query.domain) return `https://${instance.fapiHost}`;
  const domains = await listDomains(instanceContext(platform, instance));
  if (query.proxy_url) {
    const wanted = query.proxy_url.replace(/\/+$/, '');
    if (domains.some(({ proxy_url: proxyUrl }) => proxyUrl?.replace(/\/+$/, '') === wanted)) return wanted;
    throw apiError('form_param_value_invalid', { param: 'proxy_url' });
  }
  if (query.domain && !domains.some(({ name }) => name === query.domain)) throw apiError('form_param_value_invalid', { param: 'domain' });
  const ofDomain = query.domain && query.use_domain_for_script === 'true';
  return `https://${ofDomain ? fapiHostOf(query.domain ?? '') : instance.fapiHost}`;
}

function html(instance: Instance, fapi: string, policy: string, query: Query): string {
  const proxied = instance.environmentType === 'development' || query.proxy_url;
  const attributes = {
    'data-clerk-publishable-key': instance.publishableKey,
    ...(proxied ? { 'data-clerk-proxy-url': fapi } : {}),
    ...(query.domain && query.domain !== primaryName(instance) ? { 'data-clerk-domain': query.domain } : {}),
    ...(query.sign_in_url ? { 'data-sign-in-url': query.sign_in_url } : {}),
    src: `${new URL(fapi).origin}/npm/@foyer/js@latest/dist/clerk.browser.js`,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>One moment</title>
<script async crossorigin="anonymous" data-clerk-js-script ${written.join(' ')}></script>
<script>${SCRIPT}</script>
</head>
<body><noscript>Turn on JavaScript to sign in.</noscript></body>
</html>
`;
}

/** Loads, and asks for the page again; not without end where that does not help. */
const SCRIPT = `
const FEW = 3, WITHIN = 15000, NAME = '__clerk_interstitial';
addEventListener('load', async () => {
  const { clerkDomain: domain, signInUrl } = document.querySelector('script[data-clerk-js-script]').dataset;
  try {
    const recent = JSON.parse(sessionStorage.getItem(NAME) || '[]').filter((at) => Date.now() - at < WITHIN);
    await window.Clerk.load({ ...(domain ? { isSatellite: true } : {}), ...(signInUrl ? { signInUrl } : {}) });
    if (recent.length >= FEW) throw new Error('still unknown');
    sessionStorage.setItem(NAME, JSON.stringify([...recent, Date.now()]));
    location.reload();
  } catch {
    document.body.textContent = 'We could not find out whether you are signed in. Allow cookies for this site, and reload the page.';
  }
});
`;

const SCRIPT_HASH = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`;
