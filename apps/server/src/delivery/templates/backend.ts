import { Template, TemplatePreview, Templates } from '@foyer/protocol/schemas/backend/template';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { ListTemplatesQuery, PreviewTemplateParams, ToggleTemplateDeliveryParams, UpdateTemplateParams } from '@foyer/protocol/schemas/requests/templates';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { withLocalPart } from '../messages/email.ts';
import { templateResource } from './resource.ts';
import { getTemplate, listTemplates, previewTemplate, revertTemplate, updateTemplate } from './service.ts';

const tag = 'Email & SMS Templates';
const params = pathParams('template_type', 'slug');
const PATH = '/v1/templates/:template_type/:slug';

/** What the messages of an instance say. */
export function templateBackendRoutes(routes: BackendRoutes): void {
  const list = { summary: 'List templates', tag, params: pathParams('template_type'), query: ListTemplatesQuery, response: Templates };
  routes.get('/v1/templates/:template_type', list, async (ctx, { params, query }) => {
    const all = await listTemplates(ctx, params.template_type);
    const data = all.slice(query.offset, query.offset + query.limit).map((one) => templateResource(ctx, one));
    return query.paginated ? { data, total_count: all.length } : data;
  });

  routes.get(PATH, { summary: 'Get a template', tag, params, response: Template }, async (ctx, { params }) =>
    templateResource(ctx, await getTemplate(ctx, params.template_type, params.slug)),
  );

  routes.put(PATH, { summary: 'Change a template', tag, params, body: UpdateTemplateParams, response: Template }, async (ctx, { params, body }) =>
    templateResource(ctx, await updateTemplate(ctx, params.template_type, params.slug, body)),
  );

  routes.post(`${PATH}/revert`, { summary: 'Take the changes of a template back', tag, params, response: Template }, async (ctx, { params }) =>
    templateResource(ctx, await revertTemplate(ctx, params.template_type, params.slug)),
  );

  routes.post(`${PATH}/preview`, { summary: 'Try a template out', tag, params, body: PreviewTemplateParams, response: TemplatePreview }, async (ctx, { params, body }) => {
    const { subject, body: words, fromName, replyToName } = await previewTemplate(ctx, params.template_type, params.slug, body);
    const { mailFrom } = ctx.platform.config;
    const email = params.template_type === 'email';
    return {
      subject,
      body: words,
      from_email_address: email ? withLocalPart(mailFrom, fromName) : null,
      reply_to_email_address: email && replyToName ? withLocalPart(mailFrom, replyToName) : null,
    };
  });

  const toggle = { summary: 'Say who sends a message', tag, params, body: ToggleTemplateDeliveryParams, response: Template };
  routes.post(`${PATH}/toggle_delivery`, toggle, async (ctx, { params, body }) => {
    const { changed } = await getTemplate(ctx, params.template_type, params.slug);
    const wanted = body.delivered_by_clerk ?? !(changed?.delivered ?? true);
    return templateResource(ctx, await updateTemplate(ctx, params.template_type, params.slug, { delivered_by_clerk: wanted }));
  });
}
