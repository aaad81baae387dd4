import type { OrganizationInvitationJSON, OrganizationJSON, OrganizationMembershipJSON } from '../json/index.ts';
import type { CamelCased } from './camel-case.ts';
import type { Filled } from './defaults.ts';
import { WithRaw } from './raw.ts';

// The fields of these classes are assigned by the base class and declared by the interfaces.
/* oxlint-disable typescript/no-unsafe-declaration-merging */

export interface Organization extends Filled<CamelCased<OrganizationJSON>, 'organization'> {}
export class Organization extends WithRaw<OrganizationJSON> {}

export interface OrganizationInvitation extends CamelCased<OrganizationInvitationJSON> {}
export class OrganizationInvitation extends WithRaw<OrganizationInvitationJSON> {}

export interface OrganizationMembership
  extends Omit<Filled<CamelCased<OrganizationMembershipJSON>, 'organization_membership'>, 'organization'> {
  readonly organization: Organization;
}
export class OrganizationMembership extends WithRaw<OrganizationMembershipJSON> {}
