import { randomUUID } from 'node:crypto';
import { getJwtTemplateByName, signByTemplate } from '../../instances/jwt-templates/service.ts';
import { toSeconds } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { fillShortcodes } from './shortcodes.ts';
import { sourcesFor } from './sources.ts';

export interface CustomTokenWish {
  /** Name of the JWT template. */
  template: string;
  /** Origin that the token is for. */
  authorizedParty: string | null;
  /** In seconds; the template's, unless a backend asks for another. */
  lifetime?: number | undefined;
}

/**
 * Makes a token from a JWT template. The caller has made sure that the session is live.
 *
 * @throws `resource_not_found` when there is no such template
 */
export async function mintCustomToken(ctx: Context, session: Pick<SessionRow, 'user_id' | 'actor' | 'last_active_organization_id'>, wish: CustomTokenWish): Promise<string> {
  const template = await getJwtTemplateByName(ctx, wish.template);
  const custom = fillShortcodes(template.claims, await sourcesFor(ctx, template.claims, session));
  const iat = toSeconds(now(ctx));
  return signByTemplate(ctx, template, {
    ...custom,
    ...(wish.authorizedParty === null ? {} : { azp: wish.authorizedParty }),
    exp: iat + (wish.lifetime ?? template.lifetime),
    iat,
    iss: `https://${ctx.instance.fapiHost}`,
    jti: randomUUID().replaceAll('-', ''),
    nbf: iat - template.allowed_clock_skew,
    sub: session.user_id,
  });
}
