-- Second factors that are the person's own: an authenticator app, and backup codes.

-- One authenticator app a person. It is a second factor once a first code of it was right.
create table totps (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  secret_encrypted bytea not null,
  verified_at timestamptz,
  -- The latest time step whose code was accepted: it and all before it are used up.
  last_step integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index totps_user on totps (instance_id, user_id);

-- A code is deleted when it is used.
create table backup_codes (
  instance_id text not null,
  user_id text not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  primary key (instance_id, user_id, code_hash),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
