-- How far the import of a file has come. Written together with the users of each batch, so that an
-- import that was cut off goes on exactly where its last batch ended.
create table user_imports (
  instance_id text not null references instances (id) on delete cascade,
  -- SHA-256 of the file: one that was changed is another one.
  file_hash bytea not null,
  format text not null,
  records integer not null default 0,
  imported integer not null default 0,
  rejected integer not null default 0,
  -- Length of the file of rejects; what a cut-off batch has left behind it is cut off too.
  rejects_bytes bigint not null default 0,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  primary key (instance_id, file_hash)
);
