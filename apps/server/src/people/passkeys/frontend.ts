import { apiError } from '@foyer/protocol/errors';
import { AttemptMyPasskeyParams, UpdateMyPasskeyParams } from '@foyer/protocol/schemas/requests/me';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { Passkey, type PasskeyResource } from '@foyer/protocol/schemas/resources/passkey';
import { WebAuthnOrigins } from '@foyer/protocol/schemas/resources/service';
import { now, type Context } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { find as findVerification } from '../verifications/service.ts';
import { passkeyResource } from './resource.ts';
import { confirmPasskey, getPasskey, removePasskey, renamePasskey, startPasskey } from './service.ts';
import type { PasskeyRow } from './tables.ts';

/** The signed-in person's passkeys. */
export function passkeyRoutes(routes: FrontendRoutes): void {
  // Documented for instances whose passkeys are the Frontend API's. Ours are those of the page: there are no related origins.
  routes.get('/.well-known/webauthn', { tag: 'Well Known', summary: 'Read which origins share passkeys', asker: 'unchecked', bare: true, response: WebAuthnOrigins }, async () => {
    throw apiError('resource_not_found', { longMessage: 'Passkeys of this instance belong to the domain on which they were made, and to no others.' });
  });

  const all = { tag: 'Passkeys', asker: 'self' } as const;
  const one = { ...all, params: pathParams('passkey_id'), response: Passkey } as const;

  routes.post('/v1/me/passkeys', { ...all, sensitive: true, summary: 'Begin to set a passkey up', response: Passkey }, async (ctx) => {
    if (!ctx.instance.settings.attributes.passkey.enabled) throw apiError('user_settings_invalid');
    const { row, verification } = await startPasskey(ctx);
    return passkeyResource(row, verification, now(ctx));
  });

  routes.post(
    '/v1/me/passkeys/:passkey_id/attempt_verification',
    { ...one, summary: 'Finish setting a passkey up', body: AttemptMyPasskeyParams },
    async (ctx, { params, body }) => show(ctx, await confirmPasskey(ctx, params.passkey_id, body.public_key_credential)),
  );

  routes.get('/v1/me/passkeys/:passkey_id', { ...one, summary: 'Get a passkey' }, async (ctx, { params }) =>
    show(ctx, await getPasskey(ctx, params.passkey_id, askingUser(ctx).userId)),
  );

  routes.patch('/v1/me/passkeys/:passkey_id', { ...one, summary: 'Rename a passkey', body: UpdateMyPasskeyParams }, async (ctx, { params, body }) => {
    const { userId } = askingUser(ctx);
    if (body.name === undefined) return show(ctx, await getPasskey(ctx, params.passkey_id, userId));
    return show(ctx, await renamePasskey(ctx, params.passkey_id, userId, body.name ?? ''));
  });

  routes.delete('/v1/me/passkeys/:passkey_id', { ...one, sensitive: true, summary: 'Remove a passkey', response: DeletedObject }, async (ctx, { params }) => {
    const { id } = await removePasskey(ctx, params.passkey_id, askingUser(ctx).userId);
    return { object: 'passkey', id, deleted: true };
  });
}

async function show(ctx: Context, row: PasskeyRow): Promise<PasskeyResource> {
  return passkeyResource(row, await findVerification(ctx, row.verification_id), now(ctx));
}
