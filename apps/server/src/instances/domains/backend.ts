import { apiError } from '@foyer/protocol/errors';
import { Domain, Domains, ProxyCheck, type ProxyCheckResource } from '@foyer/protocol/schemas/backend/domain';
import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { Metadata } from '@foyer/protocol/schemas/parts';
import { CreateDomainParams, CreateProxyCheckParams, UpdateDomainParams } from '@foyer/protocol/schemas/requests/domains';
import { ChangeDomainParams } from '@foyer/protocol/schemas/requests/instance';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { now } from '../../platform/context.ts';
import { Raw, type BackendRoutes, type Handler } from '../../platform/http/routes.ts';
import { newId } from '../../platform/ids.ts';
import type { Instances } from '../instances/service.ts';
import { reachesFrontendApi, requireProxyUrl } from './proxy.ts';
import { domainResource } from './resource.ts';
import { addSatellite, changeDomain, getDomain, listDomains, removeSatellite, updateDomain } from './service.ts';

const tag = 'Domains';
const params = pathParams('domain_id');

/** The domains of an instance, and checks of the proxies before them. */
export function domainBackendRoutes(routes: BackendRoutes, instances: Instances): void {
  routes.get('/v1/domains', { summary: 'List domains', tag, response: Domains }, async (ctx) => {
    const data = (await listDomains(ctx)).map((row) => domainResource(ctx, row));
    return { data, total_count: data.length };
  });

  routes.post('/v1/domains', { summary: 'Add a satellite domain', tag, body: CreateDomainParams, response: Domain }, async (ctx, { body }) => {
    const row = await addSatellite(ctx, body);
    instances.forget();
    return domainResource(ctx, row);
  });

  routes.patch('/v1/domains/:domain_id', { summary: 'Change a domain', tag, params, body: UpdateDomainParams, response: Domain }, async (ctx, { params, body }) => {
    const row = await updateDomain(ctx, params.domain_id, body);
    instances.forget();
    const instance = (await instances.byId(ctx.instance.id)) ?? ctx.instance;
    return domainResource({ ...ctx, instance }, row);
  });

  routes.delete('/v1/domains/:domain_id', { summary: 'Remove a satellite domain', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    await removeSatellite(ctx, params.domain_id);
    instances.forget();
    return { object: 'domain', id: params.domain_id, deleted: true };
  });

  proxyCheckRoutes(routes);
  changeDomainRoutes(routes, instances);
}

function proxyCheckRoutes(routes: BackendRoutes): void {
  const options = { summary: 'Check a proxy', tag: 'Proxy Checks', body: CreateProxyCheckParams, response: ProxyCheck };
  routes.post('/v1/proxy_checks', options, async (ctx, { body }): Promise<ProxyCheckResource> => {
    const domain = body.domain_id ? await getDomain(ctx, body.domain_id) : (await listDomains(ctx))[0];
    const wanted = body.proxy_url ?? domain?.proxy_url;
    if (!domain || !wanted) throw apiError('form_param_missing', { param: 'proxy_url' });
    const proxyUrl = requireProxyUrl(ctx, wanted);
    const successful = await reachesFrontendApi(ctx, proxyUrl);
    const at = now(ctx).getTime();
    return { object: 'proxy_check', id: newId(ctx, 'proxy_check'), domain_id: domain.id, last_run_at: at, proxy_url: proxyUrl, successful, created_at: at, updated_at: at };
  });
}

/** One operation under the three paths that it has had. */
function changeDomainRoutes(routes: BackendRoutes, instances: Instances): void {
  const options = { summary: 'Move the instance to another domain', tag: 'Instance Settings', body: ChangeDomainParams, response: Metadata };
  const change: Handler<never, never, typeof ChangeDomainParams> = async (ctx, { body }) => {
    await changeDomain(ctx, body);
    instances.forget();
    return new Raw('text/plain', '', {}, 202);
  };
  routes.post('/v1/instance/change_domain', options, change);
  routes.put('/v1/beta_features/domain', options, change);
  routes.post('/v1/beta_features/change_domain', options, change);
}
