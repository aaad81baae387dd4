/** What every event about a membership says. */
export interface MembershipEvent {
  membershipId: string;
  organizationId: string;
  userId: string;
}

declare module '../../platform/events.ts' {
  interface EventMap {
    'organization_membership.created': MembershipEvent;
    'organization_membership.updated': MembershipEvent;
    /** The membership is gone. */
    'organization_membership.deleted': MembershipEvent;
  }
}
