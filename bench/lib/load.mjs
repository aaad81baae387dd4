import { once } from 'node:events';
import autocannon from 'autocannon';

/**
 * HTTP requests to a server as a contender: each connection sends its next request when the one before
 * is answered.
 * @param {string} url
 * @param {number} connections
 * @param {import('autocannon').Request[]} requests one for each connection, and again from the start when there are more connections
 * @returns {import('./compare.mjs').Contender} fails when a request does
 */
export function requestsTo(url, connections, requests) {
  return async (milliseconds) => {
    let next = 0;
    const result = await autocannon({
      url,
      connections,
      duration: milliseconds / 1000,
      setupClient: (client) => client.setRequests([requests[next++ % requests.length]]),
    });
    const failed = result.errors + result.non2xx;
    if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed: ${JSON.stringify(result.statusCodeStats)}`);
    return result.requests.total / result.duration;
  };
}

/**
 * A program that measures its own rate as a contender: it is sent the milliseconds, and sends the rate back.
 * @param {ReturnType<typeof import('./programs.mjs').startProgram>} program started with `ipc`
 * @returns {import('./compare.mjs').Contender}
 */
export function ratesOf({ child }) {
  return async (milliseconds) => {
    child.send(milliseconds);
    const [rate] = await once(child, 'message');
    return rate;
  };
}
