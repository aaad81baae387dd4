import { apiError } from '@foyer/protocol/errors';

/**
 * Refuses to activate an organization: nobody is a member of one yet. The personal account (an empty
 * id) is always there.
 *
 * @throws `organization_not_found_or_unauthorized`
 */
export function refuseOrganization(organizationId: string | null | undefined): void {
  if (organizationId) throw apiError('organization_not_found_or_unauthorized');
}
