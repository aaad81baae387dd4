/** Who belongs to organizations, for the other rooms. */
import './events.ts';

export { addMember, changeRole, removeFromAll, removeMember, type NewMembership } from './change.ts';
export { findBelonging, findMembership, getMembership, managedOrganizations, requireBelonging, type Belonging } from './find.ts';
export { backendMembershipResource, membershipResource, type MembershipAggregate } from './resource.ts';
export { findStanding, type Standing } from './standing.ts';
export type { Membership } from './store.ts';
