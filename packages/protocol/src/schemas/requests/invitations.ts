/** Parameters of invitations to an application. */
import { type Static, Type } from 'typebox';
import { INVITATION_STATUSES } from '../../statuses.ts';
import { nullable, oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeJsonObject, MaybeText, PaginatedFlag, Pagination, queryParams } from './parts.ts';

export const ListInvitationsQuery = queryParams('ListInvitationsQuery', {
  status: Type.Optional(oneOf(INVITATION_STATUSES)),
  query: Type.Optional(Type.String({ description: 'Part of the email address, or the id.' })),
  order_by: Type.String({ default: '-created_at' }),
  ...PaginatedFlag,
  ...Pagination,
});
export type ListInvitationsQuery = Static<typeof ListInvitationsQuery>;

export const CreateInvitationParams = bodyParams('CreateInvitationParams', {
  email_address: Text,
  public_metadata: MaybeJsonObject,
  redirect_url: MaybeText,
  notify: MaybeFlag,
  ignore_existing: MaybeFlag,
  expires_in_days: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 365, description: 'Default 30.' }))),
  template_slug: Type.Optional(oneOf(['invitation', 'waitlist_invitation'])),
});
export type CreateInvitationParams = Static<typeof CreateInvitationParams>;

export const CreateInvitationsParams = Type.Array(CreateInvitationParams, { minItems: 1, maxItems: 10 });
export type CreateInvitationsParams = Static<typeof CreateInvitationsParams>;
