import { camelCaseKeys } from '../core/case.ts';
import type { EnterpriseAccountConnectionResource, EnterpriseAccountResource } from '../types/identifications.ts';
import type { ResourceHost } from './host.ts';
import { toDate } from './base.ts';
import { plainResource } from './plain.ts';
import { Verification, type VerificationJSON } from './verification.ts';

export interface EnterpriseAccountJSON {
  verification?: VerificationJSON | null;
  enterprise_connection?: object | null;
  public_metadata?: Record<string, unknown> | null;
  last_authenticated_at?: number | null;
}

/** An account at the identity provider of an organization. Docs: reference/javascript/types/enterprise-account. */
export function parseEnterpriseAccount(host: ResourceHost, json: EnterpriseAccountJSON): EnterpriseAccountResource {
  const { verification, enterprise_connection: connection, public_metadata, last_authenticated_at, ...rest } = json;
  return plainResource({
    ...(camelCaseKeys(rest) as EnterpriseAccountResource),
    enterpriseConnection: connection
      ? plainResource(camelCaseKeys(connection) as EnterpriseAccountConnectionResource)
      : null,
    publicMetadata: public_metadata ?? null,
    verification: verification ? new Verification(host, verification) : null,
    lastAuthenticatedAt: toDate(last_authenticated_at),
  });
}
