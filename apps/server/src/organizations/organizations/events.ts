/** What every event about an organization says. Handlers that need more load it: they run in the same transaction. */
export interface OrganizationEvent {
  organizationId: string;
}

declare module '../../platform/events.ts' {
  interface EventMap {
    'organization.created': OrganizationEvent;
    'organization.updated': OrganizationEvent;
    /** Raised while the organization and its memberships are still there. */
    'organization.deleted': OrganizationEvent;
  }
}
