/** Verifying webhooks in Express; import from `@foyer/express/webhooks`. */
import { verifyWebhook as verify, type VerifyWebhookOptions, type WebhookEvent } from '@foyer/backend/webhooks';
import type { Request as ExpressRequest } from 'express';

export type * from '@foyer/backend/webhooks';

/**
 * Verifies a webhook and returns its event. The signature covers the body byte for byte, so the
 * route must not parse it: use `express.raw({ type: 'application/json' })`.
 *
 * @throws Error that says what is missing or does not match
 */
export async function verifyWebhook(request: ExpressRequest, options?: VerifyWebhookOptions): Promise<WebhookEvent> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const url = `http://${request.headers.host ?? 'localhost'}${request.originalUrl}`;
  return verify(new Request(url, { method: 'POST', headers, body: await readBody(request) }), options);
}

async function readBody(request: ExpressRequest): Promise<Uint8Array<ArrayBuffer> | string> {
  const body: unknown = request.body;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (request.readableEnded) {
    throw new Error("The webhook's body has been parsed already. Use express.raw({ type: 'application/json' }) on this route.");
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
