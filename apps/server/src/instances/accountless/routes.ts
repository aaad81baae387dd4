import { apiError } from '@foyer/protocol/errors';
import { AccountlessApplication, type AccountlessApplicationResource } from '@foyer/protocol/schemas/backend/accountless-application';
import type { FastifyInstance } from 'fastify';
import type { Instance, Platform } from '../../platform/context.ts';
import { BACKEND_PREFIX } from '../../platform/http/address.ts';
import { answer, type BackendRoutes } from '../../platform/http/routes.ts';
import { isFromThisMachine } from '../../platform/http/this-machine.ts';
import { createInstance, type Instances } from '../instances/service.ts';
import { publicBase } from '../resolve.ts';
import { NEW_INSTANCE_SETTINGS } from '../settings/new-instances.ts';

const PATH = '/v1/accountless_applications';

/**
 * Gives an SDK that was started without keys a development instance of its own. There is no key yet
 * that could be asked for, so this is for programs on this machine, and never for web pages.
 */
export function accountlessRoutes(app: FastifyInstance, platform: Platform, instances: Instances): void {
  app.post(BACKEND_PREFIX + PATH, async (request, reply) => {
    const { ip, hostname, headers } = request;
    if (headers.origin !== undefined || !isFromThisMachine({ ip, hostname, forwardedFor: headers['x-forwarded-for'] })) {
      throw apiError('feature_not_enabled', { longMessage: 'Keys are handed out only to programs on the machine that runs Foyer. Create an instance there, and set its keys.' });
    }
    const { instance, secretKey } = await createInstance(platform, { environmentType: 'development', settings: NEW_INSTANCE_SETTINGS });
    instances.forget();
    return answer(reply, resource(platform, instance, secretKey));
  });
}

/** Tells an SDK once more what it was given, when its developer has taken the keys over. */
export function accountlessBackendRoutes(routes: BackendRoutes): void {
  const complete = { summary: 'Finish the set-up of an application that began without keys', tag: 'Accountless Applications', response: AccountlessApplication };
  routes.post(`${PATH}/complete`, complete, async (ctx) => {
    if (ctx.instance.environmentType !== 'development') throw apiError('request_invalid_for_environment');
    const secretKey = ctx.http.header('authorization')?.replace(/^Bearer\s+/i, '').trim() ?? '';
    return resource(ctx.platform, ctx.instance, secretKey);
  });
}

/** Keys are seen, and an application is taken over, on its start page. */
function resource(platform: Platform, instance: Instance, secretKey: string): AccountlessApplicationResource {
  const page = `${publicBase(platform, instance)}/`;
  return {
    object: 'accountless_application',
    id: instance.applicationId,
    publishable_key: instance.publishableKey,
    secret_key: secretKey,
    claim_url: page,
    api_keys_url: page,
  };
}
