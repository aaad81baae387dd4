-- Who administers (workspace), what they build (application), and where its users live (instance).

create table workspaces (
  id text primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table applications (
  id text primary key,
  workspace_id text not null references workspaces (id) on delete cascade,
  name text not null,
  logo_url text,
  created_at timestamptz not null default now()
);

create index applications_workspace_id on applications (workspace_id, created_at);

create table instances (
  id text primary key,
  application_id text not null references applications (id) on delete cascade,
  slug text not null,
  environment_type text not null,
  -- Host of the Frontend API: the one inside the publishable key, and the issuer of session tokens.
  fapi_host text not null,
  home_url text,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint instances_slug unique (slug),
  constraint instances_fapi_host unique (fapi_host),
  constraint instances_environment_type check (environment_type in ('development', 'production'))
);

create index instances_application_id on instances (application_id, created_at);

-- Keys that sign session tokens. A retired key still verifies what it signed.
create table signing_keys (
  instance_id text not null references instances (id) on delete cascade,
  -- The `kid` of the tokens.
  id text not null,
  algorithm text not null,
  public_jwk jsonb not null,
  private_key_encrypted bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (instance_id, id)
);

-- Keys that authenticate backends. The hash finds the key; the encrypted secret, where it is kept, shows it again.
create table secret_keys (
  instance_id text not null references instances (id) on delete cascade,
  id text not null,
  name text not null,
  hash bytea not null,
  hint text not null,
  secret_encrypted bytea,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (instance_id, id),
  constraint secret_keys_hash unique (hash)
);
