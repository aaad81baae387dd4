import type { RequestContext } from '../../platform/http/facts.ts';
import { DEV_BROWSER, suffixed } from '../authority/cookie-names.ts';
import { findDevBrowser } from '../dev-browsers/service.ts';

/**
 * The client of the browser that opens a link. In development a mail program's link carries the
 * client in a cookie only, which counts for nothing else (`authority/credential.ts`); here it may say
 * whose browser this is, because the link's secret alone decides what happens.
 */
export async function openedBy(ctx: RequestContext): Promise<string | null> {
  const { asking, http, instance } = ctx;
  if (asking.clientId !== null || instance.environmentType === 'production') return asking.clientId;
  const token = http.cookie(suffixed(DEV_BROWSER, instance)) ?? http.cookie(DEV_BROWSER);
  return token ? ((await findDevBrowser(ctx, token))?.client_id ?? null) : null;
}
