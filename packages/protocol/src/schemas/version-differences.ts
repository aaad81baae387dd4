/**
 * What differs on the wire between API versions, as far as the schemas here reach. The schemas describe the newest
 * version; the server adds or renames by this table, and tests read it too.
 */
import type { ApiVersion } from '../versions.ts';

export interface VersionDifference {
  api: 'fapi' | 'bapi' | 'both';
  /** Where: a component and the path in it, or an endpoint. */
  at: string;
  /** The last version that has the older form. */
  until: ApiVersion;
  older: string;
  newer: string;
}

export const versionDifferences = [
  {
    api: 'fapi',
    at: 'Environment.commerce_settings.billing',
    until: '2025-04-10',
    older: '`enabled`, `has_paid_user_plans` and `has_paid_org_plans` beside the settings of each payer',
    newer: 'only `user` and `organization`, each with `enabled` and `has_paid_plans`',
  },
  {
    api: 'both',
    at: 'billing endpoints',
    until: '2025-04-10',
    older: 'paths under `/commerce/`, fields named `payment_source`',
    newer: 'paths under `/billing/`, fields named `payment_method`',
  },
] as const satisfies readonly VersionDifference[];

type Billing = {
  user: { enabled: boolean; has_paid_plans: boolean };
  organization: { enabled: boolean; has_paid_plans: boolean };
};

/** The billing settings of the environment, in the form of a version. */
export function billingSettingsAt<Settings extends Billing>(version: ApiVersion, billing: Settings) {
  if (version !== '2025-04-10') return billing;
  return {
    ...billing,
    enabled: billing.user.enabled || billing.organization.enabled,
    has_paid_user_plans: billing.user.has_paid_plans,
    has_paid_org_plans: billing.organization.has_paid_plans,
  };
}
