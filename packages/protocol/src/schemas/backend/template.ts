import { type Static, Type } from 'typebox';
import { Count, CreatedAndUpdated, Flag, kind, NullableText, resource, Text, Texts } from '../parts.ts';

/** What a message of the instance says. */
export const Template = resource('Template', {
  object: kind('template'),
  id: Text,
  instance_id: NullableText,
  resource_type: Type.String({ description: '`system` as it comes, `user` once it was changed.' }),
  template_type: Text,
  name: Text,
  slug: Text,
  position: Count,
  can_revert: Flag,
  can_delete: Flag,
  can_edit_body: Flag,
  can_toggle: Flag,
  subject: NullableText,
  markup: Text,
  body: Text,
  available_variables: Texts,
  required_variables: Texts,
  from_email_name: Type.Optional(Text),
  reply_to_email_name: Type.Optional(Text),
  delivered_by_clerk: Flag,
  enabled: Flag,
  flagged_as_suspicious: Flag,
  ...CreatedAndUpdated,
});
export type TemplateResource = Static<typeof Template>;

export const Templates = Type.Array(Template);

/** A message as a recipient would get it, with sample values. */
export const TemplatePreview = resource('TemplatePreview', {
  subject: NullableText,
  body: Text,
  from_email_address: NullableText,
  reply_to_email_address: NullableText,
});
export type TemplatePreviewResource = Static<typeof TemplatePreview>;
