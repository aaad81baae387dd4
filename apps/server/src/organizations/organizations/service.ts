/** Organizations, for the other rooms. */
import './events.ts';

export { replacedMetadata } from './by-server.ts';
export { createOrganization, createOwnOrganization, type NewOrganization } from './create.ts';
export { findOrganization, findOrganizations, getOrganization, requireOrganizations } from './find.ts';
export { removeLogo, setLogo } from './logo.ts';
export { deleteOrganization } from './remove.ts';
export { backendOrganizationResource, organizationImageUrl, organizationResource } from './resource.ts';
export { mergedMetadata, updateOrganization, type MetadataOf, type OrganizationChanges } from './update.ts';
