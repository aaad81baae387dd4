-- Tokens in the form that other services expect.

create table jwt_templates (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  name text not null,
  -- `json`, not `jsonb`: the claims stay in the order in which they were written.
  claims json not null,
  -- Seconds.
  lifetime integer not null,
  allowed_clock_skew integer not null,
  signing_algorithm text not null,
  -- Null: the instance's own key signs.
  signing_key_encrypted bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index jwt_templates_name on jwt_templates (instance_id, name);
