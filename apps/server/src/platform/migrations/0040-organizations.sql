-- Organizations, who belongs to them, and what their members may do there.

create table organization_permissions (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  -- `org:<feature>:<action>`; those of the system are `org:sys_<feature>:<action>`.
  key text not null,
  name text not null,
  description text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index organization_permissions_key on organization_permissions (instance_id, key);

create table organization_roles (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  -- `org:<role>`.
  key text not null,
  name text not null,
  description text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index organization_roles_key on organization_roles (instance_id, key);

create table organization_role_permissions (
  instance_id text not null,
  role_id text collate "C" not null,
  permission_id text collate "C" not null,
  primary key (instance_id, role_id, permission_id),
  foreign key (instance_id, role_id) references organization_roles (instance_id, id) on delete cascade,
  foreign key (instance_id, permission_id) references organization_permissions (instance_id, id) on delete cascade
);

create table organizations (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  name text not null,
  slug text not null,
  image_id text,
  public_metadata jsonb not null default '{}',
  private_metadata jsonb not null default '{}',
  -- 0 means any number.
  max_allowed_memberships integer not null,
  -- Kept with every change of memberships: lists sort by it, and limits are held against it.
  members_count integer not null default 0,
  admin_delete_enabled boolean not null,
  -- Who created it; the user may be gone.
  created_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index organizations_slug on organizations (instance_id, slug);
create index organizations_created_by on organizations (instance_id, created_by) where created_by is not null;
create index organizations_created_at on organizations (instance_id, created_at, id);
create index organizations_name on organizations (instance_id, name, id);
create index organizations_members_count on organizations (instance_id, members_count, id);

create table organization_memberships (
  instance_id text not null,
  id text collate "C" not null,
  organization_id text collate "C" not null,
  user_id text collate "C" not null,
  role_id text collate "C" not null,
  public_metadata jsonb not null default '{}',
  private_metadata jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, organization_id) references organizations (instance_id, id) on delete cascade,
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade,
  foreign key (instance_id, role_id) references organization_roles (instance_id, id)
);
create unique index organization_memberships_once on organization_memberships (instance_id, organization_id, user_id);
create index organization_memberships_user on organization_memberships (instance_id, user_id, created_at, id);
create index organization_memberships_organization on organization_memberships (instance_id, organization_id, created_at, id);
create index organization_memberships_role on organization_memberships (instance_id, role_id);
create index organization_memberships_created_at on organization_memberships (instance_id, created_at, id);

-- Whose sessions are to leave an organization that is gone.
create index sessions_organization on sessions (instance_id, last_active_organization_id) where last_active_organization_id is not null;
