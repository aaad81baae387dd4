import type { RequestContext } from '../../platform/http/facts.ts';
import { clientCookie } from './client-cookies.ts';

/**
 * Puts a new client token into the answer, once: as a cookie, or in the native app's header. The
 * answer carries it even when the request fails afterwards.
 */
export function handOutToken(ctx: RequestContext): void {
  const { carriage } = ctx.asking;
  if (!carriage || carriage.newToken === null || carriage.handedOut) return;
  if (carriage.carrier === 'native') ctx.http.setHeader('authorization', carriage.newToken);
  if (carriage.carrier === 'cookie') ctx.http.setCookie(clientCookie(ctx, carriage.newToken));
  carriage.handedOut = true;
}
