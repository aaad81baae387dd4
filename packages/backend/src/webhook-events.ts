import type {
  BillingPaymentAttemptWebhookEventJSON,
  BillingSubscriptionItemWebhookEventJSON,
  BillingSubscriptionWebhookEventJSON,
  DeletedObjectJSON,
  EmailJSON,
  OrganizationDomainJSON,
  OrganizationInvitationAcceptedJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  PermissionJSON,
  RoleJSON,
  SessionWebhookEventJSON,
  SMSMessageJSON,
  UserDeletedJSON,
  UserJSON,
  WaitlistEntryJSON,
} from './json/index.ts';

interface Event<Type extends string, Data> {
  type: Type;
  object: 'event';
  data: Data;
  event_attributes: { http_request: { client_ip: string; user_agent: string } };
  /** Milliseconds since 1970. */
  timestamp?: number;
  instance_id?: string;
}

export type UserWebhookEvent =
  | Event<'user.created' | 'user.updated', UserJSON>
  | Event<'user.deleted', UserDeletedJSON>;
export type EmailWebhookEvent = Event<'email.created', EmailJSON>;
export type SMSWebhookEvent = Event<'sms.created', SMSMessageJSON>;
export type SessionWebhookEvent = Event<
  'session.created' | 'session.ended' | 'session.removed' | 'session.revoked',
  SessionWebhookEventJSON
>;
export type OrganizationWebhookEvent =
  | Event<'organization.created' | 'organization.updated', OrganizationJSON>
  | Event<'organization.deleted', DeletedObjectJSON>;
export type OrganizationDomainWebhookEvent =
  | Event<'organizationDomain.created' | 'organizationDomain.updated', OrganizationDomainJSON>
  | Event<'organizationDomain.deleted', DeletedObjectJSON>;
export type OrganizationMembershipWebhookEvent = Event<
  'organizationMembership.created' | 'organizationMembership.deleted' | 'organizationMembership.updated',
  OrganizationMembershipJSON
>;
export type OrganizationInvitationWebhookEvent = Event<
  'organizationInvitation.created' | 'organizationInvitation.revoked',
  OrganizationInvitationJSON
>;
export type OrganizationInvitationAcceptedWebhookEvent = Event<
  'organizationInvitation.accepted',
  OrganizationInvitationAcceptedJSON
>;
export type RoleWebhookEvent = Event<'role.created' | 'role.updated' | 'role.deleted', RoleJSON>;
export type PermissionWebhookEvent = Event<
  'permission.created' | 'permission.updated' | 'permission.deleted',
  PermissionJSON
>;
export type WaitlistEntryWebhookEvent = Event<'waitlistEntry.created' | 'waitlistEntry.updated', WaitlistEntryJSON>;
export type BillingPaymentAttemptWebhookEvent = Event<
  'paymentAttempt.created' | 'paymentAttempt.updated',
  BillingPaymentAttemptWebhookEventJSON
>;
export type BillingSubscriptionWebhookEvent = Event<
  'subscription.created' | 'subscription.updated' | 'subscription.active' | 'subscription.pastDue',
  BillingSubscriptionWebhookEventJSON
>;
export type BillingSubscriptionItemWebhookEvent = Event<
  | 'subscriptionItem.created'
  | 'subscriptionItem.updated'
  | 'subscriptionItem.active'
  | 'subscriptionItem.canceled'
  | 'subscriptionItem.upcoming'
  | 'subscriptionItem.ended'
  | 'subscriptionItem.abandoned'
  | 'subscriptionItem.incomplete'
  | 'subscriptionItem.pastDue'
  | 'subscriptionItem.freeTrialEnding',
  BillingSubscriptionItemWebhookEventJSON
>;

export type WebhookEvent =
  | UserWebhookEvent
  | SessionWebhookEvent
  | EmailWebhookEvent
  | SMSWebhookEvent
  | OrganizationWebhookEvent
  | OrganizationDomainWebhookEvent
  | OrganizationMembershipWebhookEvent
  | OrganizationInvitationWebhookEvent
  | OrganizationInvitationAcceptedWebhookEvent
  | RoleWebhookEvent
  | PermissionWebhookEvent
  | WaitlistEntryWebhookEvent
  | BillingPaymentAttemptWebhookEvent
  | BillingSubscriptionWebhookEvent
  | BillingSubscriptionItemWebhookEvent;
export type WebhookEventType = WebhookEvent['type'];
