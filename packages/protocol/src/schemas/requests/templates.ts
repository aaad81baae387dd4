/** Parameters of message templates. */
import { type Static, Type } from 'typebox';
import { Flag, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeText, PaginatedFlag, Pagination, queryParams } from './parts.ts';

export const ListTemplatesQuery = queryParams('ListTemplatesQuery', { ...PaginatedFlag, ...Pagination });
export type ListTemplatesQuery = Static<typeof ListTemplatesQuery>;

const words = {
  subject: MaybeText,
  body: Type.Optional(Text),
  from_email_name: Type.Optional(Text),
  reply_to_email_name: Type.Optional(Text),
};

export const UpdateTemplateParams = bodyParams('UpdateTemplateParams', {
  name: Type.Optional(Text),
  markup: MaybeText,
  delivered_by_clerk: MaybeFlag,
  ...words,
});
export type UpdateTemplateParams = Static<typeof UpdateTemplateParams>;

export const PreviewTemplateParams = bodyParams('PreviewTemplateParams', words);
export type PreviewTemplateParams = Static<typeof PreviewTemplateParams>;

export const ToggleTemplateDeliveryParams = bodyParams('ToggleTemplateDeliveryParams', { delivered_by_clerk: Type.Optional(Flag) });
export type ToggleTemplateDeliveryParams = Static<typeof ToggleTemplateDeliveryParams>;
