import type { Instance } from '../../platform/context.ts';
import { fapiHostOf } from './names.ts';
import type { DomainRow } from './tables.ts';

/** A domain of an instance, as far as it tells where the Frontend API is reached. */
export type Site = Pick<DomainRow, 'name' | 'is_satellite' | 'proxy_url'>;

/** Where browsers reach the Frontend API of the primary domain: behind its proxy, or else at the instance's host. */
export function primaryUrl({ fapiHost }: Instance, sites: readonly Site[]): string {
  return sites.find((site) => !site.is_satellite)?.proxy_url ?? `https://${fapiHost}`;
}

/** The addresses of a satellite's Frontend API, the usual one first: its host answers with a proxy, too. */
export function satelliteUrls({ name, proxy_url: proxyUrl }: Site): [string, ...string[]] {
  const host = `https://${fapiHostOf(name)}`;
  return proxyUrl === null ? [host] : [proxyUrl, host];
}

/** The satellite whose pages have their Frontend API behind this proxy. */
export function satelliteBehind(proxyUrl: string, sites: readonly Site[]): Site | undefined {
  return sites.find((site) => site.is_satellite && site.proxy_url === proxyUrl);
}
