import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';
import type { ContextSource } from '../../platform/http/routes.ts';
import { answer } from '../../platform/http/routes.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { readMessages, type ReadableMessage } from '../messages/service.ts';
import { inboxPage } from './page.ts';

const SHOWN = 100;

/**
 * The development inbox: `/inbox` for people, `/inbox/messages` for programs. It shows codes and
 * links to whoever asks, so production instances have none.
 */
export function inboxRoutes(app: FastifyInstance, source: ContextSource): void {
  app.get('/inbox', async (request, reply) => {
    const ctx = await source.forFrontend(request, reply);
    requireDevelopment(ctx);
    const { baseUrl } = ctx.http;
    return answer(reply, inboxPage({ applicationName: ctx.instance.settings.display.application_name, messagesUrl: `${baseUrl}/inbox/messages`, homeUrl: `${baseUrl}/`, signUpUrl: `${baseUrl}/portal/sign-up` }));
  });

  app.get('/inbox/messages', async (request, reply) => {
    const ctx = await source.forFrontend(request, reply);
    requireDevelopment(ctx);
    const { to } = request.query as { to?: unknown };
    const messages = await readMessages(ctx, SHOWN, typeof to === 'string' ? to : undefined);
    return answer(reply, { data: messages.map(messageResource), total_count: messages.length });
  });
}

function requireDevelopment(ctx: RequestContext): void {
  if (ctx.instance.environmentType !== 'development') throw apiError('resource_not_found');
}

function messageResource({ row, content }: ReadableMessage) {
  return {
    object: 'inbox_message',
    id: row.id,
    channel: row.channel,
    template: row.template,
    to: row.recipient,
    user_id: row.user_id,
    subject: content.subject,
    text: content.text,
    code: content.code ?? null,
    link: content.link ?? null,
    created_at: row.created_at.getTime(),
    delivered_at: row.delivered_at?.getTime() ?? null,
    failure: row.failure,
  };
}
