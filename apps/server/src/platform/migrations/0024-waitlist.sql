-- People who wait until the application lets them in. Their status is derived from these facts.

create table waitlist_entries (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  email_address text not null,
  invitation_id text,
  invited_at timestamptz,
  rejected_at timestamptz,
  -- When someone with this address got an account.
  completed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index waitlist_entries_email_address on waitlist_entries (instance_id, email_address);
create index waitlist_entries_created_at on waitlist_entries (instance_id, created_at, id);
