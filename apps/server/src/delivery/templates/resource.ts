import type { TemplateResource } from '@foyer/protocol/schemas/backend/template';
import type { Context } from '../../platform/context.ts';
import type { MessageTemplate } from './service.ts';

/** A template on the wire. One that nobody has changed has the age of its instance. */
export function templateResource({ instance }: Context, { builtIn, changed }: MessageTemplate): TemplateResource {
  const { type, slug, variables } = builtIn;
  const delivered = changed?.delivered ?? true;
  return {
    object: 'template',
    id: changed?.id ?? `tmpl_${type}_${slug}`,
    instance_id: changed ? instance.id : null,
    resource_type: changed ? 'user' : 'system',
    template_type: type,
    name: changed?.name ?? builtIn.name,
    slug,
    position: builtIn.position,
    can_revert: changed !== null,
    can_delete: false,
    can_edit_body: type === 'email' || !delivered,
    can_toggle: false,
    subject: changed?.subject ?? builtIn.subject,
    markup: changed?.markup ?? '',
    body: changed?.body ?? builtIn.body,
    available_variables: variables.available,
    required_variables: variables.required,
    ...(type === 'email' ? { from_email_name: changed?.from_email_name ?? instance.settings.communication.from_email_name ?? 'noreply', reply_to_email_name: changed?.reply_to_email_name ?? '' } : {}),
    delivered_by_clerk: delivered,
    enabled: true,
    flagged_as_suspicious: false,
    created_at: (changed?.created_at ?? instance.createdAt).getTime(),
    updated_at: (changed?.updated_at ?? instance.createdAt).getTime(),
  };
}
