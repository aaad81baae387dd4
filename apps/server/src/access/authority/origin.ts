import { apiError } from '@foyer/protocol/errors';
import type { Instance } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { isOwnUrl } from './site.ts';

/**
 * Refuses requests that another site makes a browser send. How forged requests are kept out:
 *
 * - **Production** browsers carry their client in the cookie `__client`. It is `SameSite=Lax`, so that
 *   a foreign site's `fetch`, form or frame does not carry it; and every browser names the page that
 *   asks in `Origin` whenever it asks across origins or changes something. So: an `Origin` that is
 *   there must be one of the instance's own, and whatever is not a GET must have one. This also
 *   covers the cookies that have to be `SameSite=None`.
 * - **Development** browsers carry their client as `__clerk_db_jwt` in the query. A foreign site does
 *   not know that secret, and no cookie stands in for it except on navigations of the same site
 *   (see `credential.ts`): any origin may ask.
 * - **Native** apps carry their client in `Authorization`, which no site can make a browser add
 *   without a preflight; for them cookies do not exist.
 *
 * @throws `origin_invalid`, `origin_missing`, `multiple_origin_header_values_forbidden`,
 *   `origin_authorization_headers_conflict`
 */
export function checkOrigin(ctx: RequestContext): void {
  const { http, instance } = ctx;
  if (http.origin.includes(',')) throw apiError('multiple_origin_header_values_forbidden');
  if (isWebOrigin(http.origin) && carriesClientToken(ctx)) throw apiError('origin_authorization_headers_conflict');
  if (http.native || instance.environmentType === 'development') return;

  if (http.origin === '') {
    if (http.method !== 'GET' && http.method !== 'HEAD') throw apiError('origin_missing');
    return;
  }
  if (!isOwnOrigin(ctx)) throw apiError('origin_invalid', { cause: http.origin });
}

/** Answers already found, for each instance as it is set now (a changed one is another object). */
const answers = new WeakMap<Instance, Map<string, boolean>>();
const MOST_ANSWERS = 1000;

function isOwnOrigin({ http, instance }: RequestContext): boolean {
  let known = answers.get(instance);
  if (!known || known.size >= MOST_ANSWERS) answers.set(instance, (known = new Map()));
  const question = `${http.origin} ${http.baseUrl} ${http.secure}`;
  let answer = known.get(question);
  if (answer === undefined) {
    answer = URL.canParse(http.origin) && isOwnUrl(instance, new URL(http.origin), http);
    known.set(question, answer);
  }
  return answer;
}

/** Extensions and packaged apps have origins of their own schemes; those are no web pages. */
function isWebOrigin(origin: string): boolean {
  return /^https?:/i.test(origin);
}

/** Session tokens travel as `Bearer`; a bare `Authorization` is a native app's client token. */
function carriesClientToken({ http }: RequestContext): boolean {
  const authorization = http.header('authorization');
  if (!authorization) return false;
  return http.native || !/^Bearer\s/i.test(authorization);
}
