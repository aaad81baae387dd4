-- Who may sign up and in: the allowlist and the blocklist.

create table listed_identifiers (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  list text not null,
  -- As it was given.
  identifier text not null,
  identifier_type text not null,
  -- What it stands for, in the one form in which it is compared.
  pattern text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  constraint listed_identifiers_list check (list in ('allow', 'block'))
);
create unique index listed_identifiers_pattern on listed_identifiers (instance_id, list, pattern);
