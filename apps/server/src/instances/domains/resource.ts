import type { DomainResource } from '@foyer/protocol/schemas/backend/domain';
import type { RequestContext } from '../../platform/http/facts.ts';
import { displayConfig } from '../environment/display-config.ts';
import { fapiHostOf, PORTAL } from './names.ts';
import type { DomainRow } from './tables.ts';

/** A domain on the wire. What must be in the DNS is told for production only: development needs none of it. */
export function domainResource(ctx: RequestContext, { id, name, is_satellite: isSatellite, proxy_url: proxyUrl }: DomainRow): DomainResource {
  const { environmentType, fapiHost, settings } = ctx.instance;
  const live = environmentType === 'production';
  const host = isSatellite && live ? fapiHostOf(name) : fapiHost;
  const portal = live ? `https://${PORTAL}.${name}` : new URL('.', displayConfig(ctx.instance, ctx.http.baseUrl).user_profile_url).href.replace(/\/$/, '');
  const server = new URL(ctx.platform.config.publicUrl).hostname;
  const hosts = isSatellite ? [host] : [host, `${PORTAL}.${name}`];
  return {
    object: 'domain',
    id,
    name,
    is_satellite: isSatellite,
    frontend_api_url: proxyUrl ?? `https://${host}`,
    accounts_portal_url: isSatellite ? null : portal,
    proxy_url: proxyUrl,
    development_origin: settings.development_origin ?? '',
    cname_targets: live ? hosts.map((one) => ({ host: one, value: server, required: one === host && proxyUrl === null })) : null,
  };
}
