/** Invitations to an application. */
import { type Static, Type } from 'typebox';
import { INVITATION_STATUSES } from '../../statuses.ts';
import { CreatedAndUpdated, Flag, kind, Metadata, NullableTimestamp, oneOf, resource, Text } from '../parts.ts';

export const Invitation = resource('Invitation', {
  object: kind('invitation'),
  id: Text,
  email_address: Type.String({ format: 'email' }),
  public_metadata: Metadata,
  revoked: Type.Optional(Flag),
  status: oneOf(INVITATION_STATUSES),
  url: Type.Optional(Type.String({ description: 'The link to accept it; only in the answer that created it.' })),
  expires_at: NullableTimestamp,
  ...CreatedAndUpdated,
});
export type InvitationResource = Static<typeof Invitation>;

/** An invitation that has just been revoked. */
export const RevokedInvitation = resource('RevokedInvitation', {
  ...Invitation.properties,
  revoked: Type.Unsafe<true>({ type: 'boolean', enum: [true] }),
  status: oneOf(['revoked']),
});

export const Invitations = Type.Array(Invitation);
