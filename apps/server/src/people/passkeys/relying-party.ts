import { apiError } from '@foyer/protocol/errors';
import type { RequestContext } from '../../platform/http/facts.ts';

/** The page that works with passkeys, as devices know it. */
export interface RelyingParty {
  /** RP ID: the page's host. Passkeys work on it and its subdomains, not across domains. */
  id: string;
  /** The page's origin: a signature made on any other page is worth nothing here. */
  origin: string;
}

/**
 * The page that asks. In production its origin has been checked to be one of the instance's own.
 *
 * @throws `origin_missing`, `origin_invalid` where no web page asks
 */
export function relyingParty({ http }: RequestContext): RelyingParty {
  if (http.origin === '') throw apiError('origin_missing');
  const url = URL.canParse(http.origin) ? new URL(http.origin) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw apiError('origin_invalid', { cause: http.origin });
  return { id: url.hostname, origin: url.origin };
}
