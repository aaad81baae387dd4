-- Secrets of other services that an instance uses, encrypted; settings hold what may be shown.

create table instance_secrets (
  instance_id text not null references instances (id) on delete cascade,
  name text not null,
  value_encrypted bytea not null,
  updated_at timestamptz not null,
  primary key (instance_id, name)
);
