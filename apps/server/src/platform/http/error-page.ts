import type { ApiError } from '@foyer/protocol/errors';
import type { FastifyRequest } from 'fastify';
import { escapeHtml } from './html.ts';
import { noticePage } from './notice-page.ts';
import type { Raw } from './routes.ts';

/** What the documentation promises JSON for, whoever asks. */
const API = /^\/(v1|api)(\/|$)/;

/** Whether a person is looking at what is answered: programs ask for JSON, or for anything. */
export function isForPerson({ headers, url }: FastifyRequest): boolean {
  if (API.test(url)) return false;
  const { accept, 'sec-fetch-mode': mode } = headers;
  return (accept?.includes('text/html') ?? false) && (mode === undefined || mode === 'navigate');
}

/** An error for somebody who came to an address with their browser, e.g. by a link from a message. */
export function errorPage(error: ApiError, traceId: string): Raw {
  const missing = error.code === 'resource_not_found';
  const [first] = error.errors;
  return noticePage({
    tone: 'attention',
    title: missing ? 'There is nothing here' : titleOf(error.status),
    body: `<p>${escapeHtml(missing ? MISSING : (first?.long_message ?? ''))}</p>
<p class="small soft"><code>${escapeHtml(error.code)}</code><br>Reference: <code>${escapeHtml(traceId)}</code></p>`,
    status: error.status,
  });
}

const MISSING = 'This page does not exist, or is no longer there. Please check the address, or go back and try again.';

function titleOf(status: number): string {
  if (status >= 500) return 'Something went wrong';
  return status === 429 ? 'Please wait a moment' : 'That did not work';
}
