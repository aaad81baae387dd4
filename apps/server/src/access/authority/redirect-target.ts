import { apiError } from '@foyer/protocol/errors';
import type { RequestContext } from '../../platform/http/facts.ts';
import { isOwnUrl } from './site.ts';

/** Longest address that is redirected to, in characters. */
const MAX_LENGTH = 8192;

const param = 'redirect_url';

/**
 * The page to send a browser back to. A development instance goes back to any web page: what travels
 * with it opens nothing but what the caller's own development browser has. A production instance goes
 * back to its own pages only, because session tokens travel with it.
 *
 * @throws `form_param_missing`, `redirect_url_too_long`, `invalid_redirect_url`, `prohibited_redirect_url`
 *   or `redirect_url_domain_mismatch`
 */
export function redirectTarget(ctx: RequestContext, text: string | undefined): URL {
  const url = webPage(text);
  if (ctx.instance.environmentType === 'production' && !isOwnUrl(ctx.instance, url, ctx.http)) {
    throw apiError('redirect_url_domain_mismatch', { param });
  }
  return url;
}

/**
 * An address of a web page, anybody's.
 *
 * @throws as {@link redirectTarget}, but for the last
 */
export function webPage(text: string | undefined): URL {
  if (!text) throw apiError('form_param_missing', { param });
  if (text.length > MAX_LENGTH) throw apiError('redirect_url_too_long', { param });
  if (!URL.canParse(text)) throw apiError('invalid_redirect_url', { param });
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw apiError('prohibited_redirect_url', { param });
  if (url.username !== '' || url.password !== '') throw apiError('invalid_redirect_url', { param });
  return url;
}
