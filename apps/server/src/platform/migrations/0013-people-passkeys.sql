-- Passkeys. One that is being set up has no credential yet.
create table passkeys (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  name text not null,
  -- The host of the application that it was made for: it opens nothing elsewhere (WebAuthn: RP ID).
  rp_id text not null,
  credential_id text,
  public_key bytea,
  -- How often it was used, where the device counts; a copy of the device falls behind.
  counter bigint not null default 0,
  verification_id text,
  verified_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index passkeys_credential on passkeys (instance_id, credential_id) where credential_id is not null;
create index passkeys_user on passkeys (instance_id, user_id);
