import type { RequestContext } from '../../platform/http/facts.ts';
import { isOwnUrl } from './site.ts';

/**
 * Where a link in a message leads. Whoever asks chooses the host by which they reach us, and a secret
 * must not go to a host of their choice: in production it is one of the instance's own.
 */
export function ownAddress({ http, instance }: RequestContext, path: string, params: Record<string, string>): string {
  const own = `https://${instance.fapiHost}`;
  const trusted = instance.environmentType === 'development' || isOwnUrl(instance, new URL(http.baseUrl), { baseUrl: own, secure: true });
  return `${trusted ? http.baseUrl : own}${path}?${new URLSearchParams(params)}`;
}
