import { isIP } from 'node:net';
import { apiError } from '@foyer/protocol/errors';
import { Text } from '@foyer/protocol/schemas/parts';
import { queryParams } from '@foyer/protocol/schemas/requests/parts';
import { ProxyHealth, type ProxyHealthResource } from '@foyer/protocol/schemas/resources/service';
import type { RequestContext } from '../../platform/http/facts.ts';
import { Raw, type FrontendRoutes } from '../../platform/http/routes.ts';
import { requireProxyUrl } from './proxy.ts';
import { listDomains } from './service.ts';

const HEADERS = ['Clerk-Proxy-Url', 'Clerk-Secret-Key', 'X-Forwarded-For'];

/** Lets those who set a proxy up see whether requests that come through it are understood. */
export function proxyHealthRoutes(routes: FrontendRoutes): void {
  const query = queryParams('ProxyHealthQuery', { domain_id: Text });
  const options = { tag: 'Health', summary: 'See whether a proxy sends what it should', asker: 'unchecked', bare: true, query, response: ProxyHealth } as const;
  routes.get('/v1/proxy-health', options, async (ctx, { query: { domain_id: domainId } }) => {
    const missing = HEADERS.find((name) => !ctx.http.header(name.toLowerCase()));
    if (missing) throw apiError('request_header_missing', { longMessage: `The proxy must send ${missing}.` });
    ctx.http.setHeader('cache-control', 'no-store');
    const problem = await problemOf(ctx, domainId);
    if (problem === null) return { status: 'healthy', x_forwarded_for: forwardedFor(ctx) } satisfies ProxyHealthResource;
    return new Raw('application/json', JSON.stringify({ status: 'unhealthy', message: problem } satisfies ProxyHealthResource), {}, 503);
  });
}

/** What is wrong with the configuration of a proxy, in words for whoever set it up. */
async function problemOf(ctx: RequestContext, domainId: string): Promise<string | null> {
  const domain = (await listDomains(ctx)).find(({ id }) => id === domainId);
  if (!domain) return 'The instance has no domain with this id. Copy it anew, or send the secret key of the instance that has it.';
  const proxyUrl = requireProxyUrl(ctx, ctx.http.baseUrl);
  if (domain.proxy_url !== null && domain.proxy_url !== proxyUrl) return `The proxy of ${domain.name} is at ${domain.proxy_url}, but sends ${proxyUrl} in Clerk-Proxy-Url.`;
  const [first = ''] = forwardedFor(ctx).split(',');
  if (isIP(first.trim()) === 0) return 'X-Forwarded-For must begin with the IP address of the person’s browser.';
  return null;
}

function forwardedFor({ http }: RequestContext): string {
  return http.header('x-forwarded-for') ?? '';
}
