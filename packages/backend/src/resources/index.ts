export { User } from './user.ts';
export { Invitation } from './invitation.ts';
export { Organization, OrganizationInvitation, OrganizationMembership } from './organization.ts';
export type * from './types.ts';
