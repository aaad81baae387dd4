-- The outbox: every message is written down in the transaction that wants it, then sent by a job.

create table messages (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  channel text not null,
  template text not null,
  recipient text not null,
  user_id text,
  -- Subject and body; they hold codes and links, so they are encrypted, and dropped once a
  -- production message is delivered.
  content_encrypted bytea,
  created_at timestamptz not null,
  delivered_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (instance_id, id)
);
create index messages_created_at on messages (instance_id, created_at, id);
