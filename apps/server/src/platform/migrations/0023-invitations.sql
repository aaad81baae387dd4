-- Invitations to an application: a link in an email that lets its reader sign up.

create table invitations (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  email_address text not null,
  public_metadata jsonb not null default '{}',
  -- Where the link leads; the sign-up page when null.
  redirect_url text,
  token_hash bytea not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index invitations_token on invitations (instance_id, token_hash);
create index invitations_email_address on invitations (instance_id, email_address);
create index invitations_created_at on invitations (instance_id, created_at, id);
