import { JwtTemplate, JwtTemplates } from '@foyer/protocol/schemas/backend/jwt-template';
import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { JwtTemplateParams, ListJwtTemplatesQuery } from '@foyer/protocol/schemas/requests/jwt-templates';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { jwtTemplateResource } from './resource.ts';
import { createJwtTemplate, deleteJwtTemplate, getJwtTemplate, updateJwtTemplate } from './service.ts';
import * as store from './store.ts';

const tag = 'JWT Templates';
const params = pathParams('template_id');
const PATH = '/v1/jwt_templates/:template_id';

/** Templates of custom tokens. */
export function jwtTemplateBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/jwt_templates', { summary: 'List JWT templates', tag, query: ListJwtTemplatesQuery, response: JwtTemplates }, async (ctx, { query }) => {
    const data = (await store.list(ctx.db, ctx.instance.id, query)).map(jwtTemplateResource);
    return query.paginated ? { data, total_count: await store.count(ctx.db, ctx.instance.id) } : data;
  });

  routes.post('/v1/jwt_templates', { summary: 'Create a JWT template', tag, body: JwtTemplateParams, response: JwtTemplate }, async (ctx, { body }) =>
    jwtTemplateResource(await createJwtTemplate(ctx, body)),
  );

  routes.get(PATH, { summary: 'Get a JWT template', tag, params, response: JwtTemplate }, async (ctx, { params }) =>
    jwtTemplateResource(await getJwtTemplate(ctx, params.template_id)),
  );

  routes.patch(PATH, { summary: 'Change a JWT template', tag, params, body: JwtTemplateParams, response: JwtTemplate }, async (ctx, { params, body }) =>
    jwtTemplateResource(await updateJwtTemplate(ctx, params.template_id, body)),
  );

  routes.delete(PATH, { summary: 'Delete a JWT template', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    await deleteJwtTemplate(ctx, params.template_id);
    return { object: 'jwt_template', id: params.template_id, deleted: true };
  });
}
