import { apiError } from '@foyer/protocol/errors';
import type { RequestContext } from '../../platform/http/facts.ts';

/**
 * Refuses what is done on the primary domain alone: signing in and up. Satellites send people there.
 *
 * @throws `operation_not_allowed_on_satellite_domain`
 */
export function refuseOnSatellite({ http }: RequestContext): void {
  if (http.satellite !== undefined) throw apiError('operation_not_allowed_on_satellite_domain');
}
