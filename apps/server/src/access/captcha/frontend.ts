import { readFileSync } from 'node:fs';
import { VerifyClientParams } from '@foyer/protocol/schemas/requests/client';
import { Client } from '@foyer/protocol/schemas/resources/client';
import Type from 'typebox';
import { WIDGET_PATH } from '../../instances/environment/captcha.ts';
import { Raw, type FrontendRoutes } from '../../platform/http/routes.ts';
import { clientResource } from '../clients/resource.ts';
import { ensureClient } from '../clients/service.ts';
import { newChallenge } from './altcha.ts';
import { passCheck } from './service.ts';

const tag = 'Bot protection';

/** Runs in browsers. The bundled program has it beside itself, too. */
const widget = readFileSync(new URL('./captcha-widget.js', import.meta.url), 'utf8');
const CACHED = { 'cache-control': 'public, max-age=300, stale-while-revalidate=86400', 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' };

/** Telling people from bots. */
export function captchaRoutes(routes: FrontendRoutes): void {
  routes.post(
    '/v1/client/verify',
    { summary: 'Show that a person is there', tag, asker: 'anyone', rateLimit: 'createSignUp', body: VerifyClientParams, response: Client },
    async (ctx, { body }) => {
      await passCheck(ctx, body, await ensureClient(ctx));
      return clientResource(ctx);
    },
  );

  const open = { tag, asker: 'unchecked', bare: true } as const;
  routes.get('/v1/captcha/challenge', { ...open, summary: 'Get a challenge for the proof of work', response: Type.Object({ parameters: Type.Object({}), signature: Type.String() }) }, (ctx) => {
    ctx.http.setHeader('cache-control', 'no-store');
    return newChallenge(ctx);
  });
  routes.get(WIDGET_PATH, { ...open, summary: 'Get the script that does the proof of work', response: Type.String() }, async () => new Raw('text/javascript; charset=utf-8', widget, CACHED));
}
