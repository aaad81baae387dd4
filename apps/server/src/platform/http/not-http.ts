import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { apiError, errorBody, type ApiError } from '@foyer/protocol/errors';

/** What arrived on a connection and could not be read as a request, as Node tells it. */
interface ParseError extends Error {
  code?: string;
}

/**
 * Answers what is no request that HTTP knows — an unknown method, headers beyond all measure, one that
 * never ends — in the documented error shape, and closes the connection. There is no request to log.
 */
export function answerNoRequest(error: ParseError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(rawAnswer(toApiError(error.code)));
  socket.destroy(error);
}

function toApiError(code: string | undefined): ApiError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return apiError('bad_request', { status: 408, longMessage: 'The request did not arrive in time. Send it again.' });
  if (code === 'HPE_HEADER_OVERFLOW') return apiError('bad_request', { status: 431, longMessage: 'The headers are too large. Delete the cookies of this site, or shorten the address.' });
  return apiError('bad_request');
}

function rawAnswer(error: ApiError): string {
  const traceId = randomUUID().replaceAll('-', '');
  const body = JSON.stringify(errorBody(error, traceId));
  const headers = [`Content-Type: application/json`, `Content-Length: ${Buffer.byteLength(body)}`, `X-Clerk-Trace-Id: ${traceId}`, 'Connection: close'];
  return [`HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`, ...headers, '', body].join('\r\n');
}
