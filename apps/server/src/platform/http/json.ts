import type { FastifyReply } from 'fastify';

const asItIs = (text: string) => text;

/**
 * Sends JSON as exactly `application/json`: the official backend SDK takes a body whose type has a
 * charset parameter for text (protocol §3). Fastify adds that parameter unless the reply has a
 * serialiser of its own.
 */
export function sendJson(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.serializer(asItIs).header('content-type', 'application/json').send(JSON.stringify(body));
}
