import { apiError } from '@foyer/protocol/errors';
import { Instance as InstanceSchema } from '@foyer/protocol/schemas/backend/instance';
import { UpdateInstanceParams } from '@foyer/protocol/schemas/requests/instance';
import { Metadata } from '@foyer/protocol/schemas/parts';
import type { Context } from '../../platform/context.ts';
import { NO_CONTENT, type BackendRoutes } from '../../platform/http/routes.ts';
import { workspaceOf } from '../instances/service.ts';
import type { SettingsPatch } from '../settings/schema.ts';
import { given, type ChangeSettings } from './change.ts';

const tag = 'Instance Settings';

/** The instance itself, and what it is set to in general. */
export function instanceRoutes(routes: BackendRoutes, change: ChangeSettings): void {
  routes.get('/v1/instance', { summary: 'Get the instance', tag, response: InstanceSchema }, async (ctx) => ({
    object: 'instance',
    id: ctx.instance.id,
    environment_type: ctx.instance.environmentType,
    allowed_origins: ctx.instance.settings.allowed_origins,
    workspace_id: await workspaceOf(ctx),
  }));

  routes.patch('/v1/instance', { summary: 'Change the instance', tag, body: UpdateInstanceParams, response: Metadata }, async (ctx, { body }) => {
    await change(ctx, patchOf(ctx, body));
    return NO_CONTENT;
  });
}

/**
 * Test mode of an instance of this type. In production it is a setting of its own: settings that are
 * carried over from development must not turn it on.
 */
export function testModeOf({ instance }: Context, wanted: boolean | null | undefined): SettingsPatch {
  return given(instance.environmentType === 'production' ? { test_mode_in_production: wanted } : { test_mode: wanted });
}

function patchOf(ctx: Context, body: UpdateInstanceParams): SettingsPatch {
  const { hibp, support_email: supportEmail, preferred_sign_in_strategy_when_password_required: preferred } = body;
  return {
    ...testModeOf(ctx, body.test_mode),
    ...given({
      clerk_js_version: body.clerk_js_version,
      development_origin: body.development_origin && requireOrigin(body.development_origin, 'development_origin'),
      allowed_origins: body.allowed_origins?.map((origin) => requireOrigin(origin, 'allowed_origins')),
      url_based_session_syncing: body.url_based_session_syncing ?? body.cookieless_dev,
    }),
    ...(typeof hibp === 'boolean' ? { password: { disable_hibp: !hibp } } : {}),
    display: given({
      support_email: supportEmail && requireSupportEmail(supportEmail),
      preferred_sign_in_strategy: preferred === '' ? 'password' : preferred,
    }),
  };
}

/** Only something that a letter could be written on: who is told to write to it writes from a mail program. */
const EMAIL_ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]{2,}$/;

/** @throws `form_param_format_invalid` */
function requireSupportEmail(text: string): string {
  const address = text.trim();
  if (EMAIL_ADDRESS.test(address)) return address;
  throw apiError('form_param_format_invalid', { param: 'support_email', longMessage: 'The support email must be an email address, such as help@example.com.' });
}

/**
 * Checks an origin: a scheme and a host, of the web, an extension or an app, and nothing behind it.
 *
 * @throws `form_invalid_origin`
 */
function requireOrigin(text: string, param: string): string {
  const origin = text.trim().replace(/\/$/, '');
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url?.host && `${url.protocol}//${url.host}` === origin.toLowerCase()) return origin.toLowerCase();
  throw apiError('form_invalid_origin', { param });
}
