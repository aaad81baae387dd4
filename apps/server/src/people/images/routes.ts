import type { FastifyInstance } from 'fastify';
import { answer, Raw, type ContextSource } from '../../platform/http/routes.ts';
import { drawAvatar } from './avatar.ts';
import { getImage } from './service.ts';

const HEADERS = {
  // Neither an image nor the avatar at an address ever changes.
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** Hue of the gradient, initials. */
const AVATAR = /^(\d{1,3})(?:-([\p{L}\p{N}]{1,4}))?\.svg$/u;

/**
 * Pictures, for everybody: `<img>` elements send no client, so these routes ask for none.
 */
export function imageRoutes(app: FastifyInstance, source: ContextSource): void {
  app.get<{ Params: { id: string } }>('/v1/images/:id', async (request, reply) => {
    const ctx = await source.forFrontend(request, reply);
    const { content, content_type: contentType } = await getImage(ctx, request.params.id);
    return answer(reply, new Raw(contentType, content, HEADERS));
  });

  app.get<{ Params: { file: string } }>('/v1/avatars/:file', async (request, reply) => {
    const [found, hue, initials = ''] = AVATAR.exec(request.params.file) ?? [];
    if (found === undefined) return reply.callNotFound();
    return answer(reply, new Raw('image/svg+xml; charset=utf-8', drawAvatar(Number(hue) % 360, initials), HEADERS));
  });
}
