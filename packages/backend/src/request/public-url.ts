/**
 * The URL that the browser used, which behind a proxy is not the one this server saw.
 *
 * The scheme and host come from the forwarding headers, so the server in front must set or strip
 * them. Nothing but redirects and origin comparisons depend on the result.
 */
import { constants } from '../constants.ts';
import type { RequestView } from './request-view.ts';

const { ForwardedHost, ForwardedProto, Host } = constants.Headers;

export function publicUrl(request: RequestView): URL {
  const url = new URL(request.url);
  const host = first(request.header(ForwardedHost)) ?? request.header(Host);
  const scheme = first(request.header(ForwardedProto)) ?? url.protocol;
  const origin = host ? `${scheme.replace(/[:/]/g, '')}://${host}` : url.origin;
  if (origin === url.origin) return url;
  // Appending keeps a path such as `//elsewhere.example` from being read as another host.
  return URL.canParse(origin) ? new URL(origin + url.pathname + url.search) : url;
}

/** Proxies append: the first value is the one nearest to the browser. */
function first(value: string | undefined): string | undefined {
  return value?.split(',')[0]?.trim() || undefined;
}
