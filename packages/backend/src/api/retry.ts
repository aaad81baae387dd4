/**
 * When a Backend API call is worth another try: it never reached the server (and repeating it is
 * harmless), or the server refused it for now and says when to come back.
 */

const RETRIES = 2;
/** Longer waits are the caller's to decide; the error carries `retryAfter`. */
const LONGEST_WAIT_IN_MS = 5000;
const FIRST_BACKOFF_IN_MS = 150;

/** `Retry-After` in seconds, from either of its forms (RFC 9110 §10.2.3). */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return seconds;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

/** Fetches with retries. @throws what `fetch` throws when the last try got no answer */
export async function fetchWithRetries(url: string, init: RequestInit & { method: string }): Promise<Response> {
  const harmless = init.method === 'GET';
  for (let attempt = 0; ; attempt++) {
    const last = attempt === RETRIES;
    try {
      const response = await fetch(url, init);
      const wait = last ? undefined : waitBefore(response, harmless);
      if (wait === undefined) return response;
      await response.body?.cancel();
      await sleep(wait);
    } catch (error) {
      if (last || !harmless) throw error;
      await sleep(FIRST_BACKOFF_IN_MS * 2 ** attempt);
    }
  }
}

/** Milliseconds until the next try; `undefined` when this answer stands. */
function waitBefore(response: Response, harmless: boolean): number | undefined {
  // A rate-limited call was not carried out, so even a write may be repeated.
  if (response.status !== 429 && !(response.status === 503 && harmless)) return undefined;
  const seconds = readRetryAfter(response.headers);
  if (seconds === undefined || seconds * 1000 > LONGEST_WAIT_IN_MS) return undefined;
  return seconds * 1000;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
