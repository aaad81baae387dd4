-- People and what identifies them. A verification is one proof: of an email address, a phone
-- number, or inside a sign-in or sign-up.

create table verifications (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  strategy text not null,
  channel text,
  -- Where the code or link went, or what the signature is about: the proof holds for nothing else.
  target text,
  code_hash bytea,
  nonce text,
  message text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz,
  verified_at timestamptz,
  failed_at timestamptz,
  transferable boolean not null default false,
  -- The client that asked, and the client that proved.
  client_id text,
  verified_at_client text,
  external_redirect_url text,
  error jsonb,
  data jsonb not null default '{}',
  primary key (instance_id, id)
);
create index verifications_expired on verifications (expires_at);
create index verifications_target on verifications (instance_id, target, created_at);

create table users (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  external_id text,
  username text,
  first_name text,
  last_name text,
  image_id text,
  primary_email_address_id text,
  primary_phone_number_id text,
  primary_web3_wallet_id text,
  password_hash text,
  password_hasher text,
  password_updated_at timestamptz,
  password_change_required boolean not null default false,
  public_metadata jsonb not null default '{}',
  private_metadata jsonb not null default '{}',
  unsafe_metadata jsonb not null default '{}',
  banned_at timestamptz,
  locked_at timestamptz,
  lock_expires_at timestamptz,
  failed_attempts integer not null default 0,
  delete_self_enabled boolean not null default true,
  create_organization_enabled boolean not null default true,
  create_organizations_limit integer,
  bypass_client_trust boolean not null default false,
  mfa_enabled_at timestamptz,
  mfa_disabled_at timestamptz,
  legal_accepted_at timestamptz,
  last_sign_in_at timestamptz,
  last_active_at timestamptz,
  locale text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index users_username on users (instance_id, lower(username)) where username is not null;
create unique index users_external_id on users (instance_id, external_id) where external_id is not null;
create index users_created_at on users (instance_id, created_at, id);
create index users_updated_at on users (instance_id, updated_at, id);
create index users_last_sign_in_at on users (instance_id, last_sign_in_at, id);
create index users_last_active_at on users (instance_id, last_active_at, id);

-- Email addresses are stored in lower case. Several people may claim an address; one can prove it.
create table email_addresses (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  email_address text not null,
  verified_at timestamptz,
  -- Held for its owner although not verified (an administrator reserved it).
  reserved boolean not null default false,
  verification_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index email_addresses_owned on email_addresses (instance_id, email_address) where verified_at is not null or reserved;
create unique index email_addresses_once on email_addresses (instance_id, user_id, email_address);
create index email_addresses_address on email_addresses (instance_id, email_address);

-- Phone numbers are stored as E.164.
create table phone_numbers (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  phone_number text not null,
  verified_at timestamptz,
  reserved boolean not null default false,
  reserved_for_second_factor boolean not null default false,
  default_second_factor boolean not null default false,
  verification_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index phone_numbers_owned on phone_numbers (instance_id, phone_number) where verified_at is not null or reserved;
create unique index phone_numbers_once on phone_numbers (instance_id, user_id, phone_number);
create index phone_numbers_number on phone_numbers (instance_id, phone_number);

create table images (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  name text not null,
  content_type text not null,
  content bytea not null,
  created_at timestamptz not null,
  primary key (instance_id, id)
);
