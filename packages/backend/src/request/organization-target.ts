/** Which organization (or the personal account) a URL is about, by the patterns of `organizationSyncOptions`. */
import { compilePathPatterns } from './path-pattern.ts';
import type { OrganizationSyncOptions } from './settings.ts';

export type OrganizationTarget =
  | { type: 'personalAccount' }
  | { type: 'organization'; organizationId: string }
  | { type: 'organization'; organizationSlug: string };

export type OrganizationMatcher = (pathname: string) => OrganizationTarget | null;

/** A matcher in which organization patterns win over those of the personal account. `undefined` options match nothing. */
export function createOrganizationMatcher(options: OrganizationSyncOptions | undefined): OrganizationMatcher {
  if (!options) return () => null;
  const matchOrganization = compilePathPatterns(options.organizationPatterns ?? []);
  const matchPersonal = compilePathPatterns(options.personalAccountPatterns ?? []);
  return (pathname) => {
    const parameters = matchOrganization(pathname);
    if (parameters?.['id']) return { type: 'organization', organizationId: parameters['id'] };
    if (parameters?.['slug']) return { type: 'organization', organizationSlug: parameters['slug'] };
    return matchPersonal(pathname) ? { type: 'personalAccount' } : null;
  };
}
