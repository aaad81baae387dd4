/** What members of an organization may do to the organization itself (organizations/roles-and-permissions). */
export const SYSTEM_PERMISSIONS = [
  { key: 'org:sys_profile:manage', name: 'Manage organization', description: 'Change the name, the slug and the logo.' },
  { key: 'org:sys_profile:delete', name: 'Delete organization', description: 'Delete the organization.' },
  { key: 'org:sys_memberships:read', name: 'Read members', description: 'See who the members are.' },
  { key: 'org:sys_memberships:manage', name: 'Manage members', description: 'Add, change and remove members.' },
  { key: 'org:sys_domains:read', name: 'Read domains', description: 'See the email domains of the organization.' },
  { key: 'org:sys_domains:manage', name: 'Manage domains', description: 'Add, change and remove email domains.' },
  { key: 'org:sys_billing:read', name: 'Read billing', description: 'See plans, statements and payments.' },
  { key: 'org:sys_billing:manage', name: 'Manage billing', description: 'Change plans and payment methods.' },
] as const;

export type SystemPermission = (typeof SYSTEM_PERMISSIONS)[number]['key'];

interface DefaultRole {
  key: string;
  name: string;
  description: string;
  permissions: readonly SystemPermission[];
}

/** The roles that every instance begins with. */
export const DEFAULT_ROLES: readonly DefaultRole[] = [
  { key: 'org:admin', name: 'Admin', description: 'May do everything in the organization.', permissions: SYSTEM_PERMISSIONS.map(({ key }) => key) },
  { key: 'org:member', name: 'Member', description: 'Belongs to the organization.', permissions: ['org:sys_memberships:read', 'org:sys_billing:read'] },
];

/** Someone in each organization must keep these: whoever creates one has them. */
export const MINIMUM_PERMISSIONS: readonly SystemPermission[] = ['org:sys_memberships:manage', 'org:sys_memberships:read', 'org:sys_profile:delete'];

/** Permissions of the system, in distinction from those of the application. */
export function isSystemPermission(key: string): boolean {
  return key.startsWith('org:sys_');
}
