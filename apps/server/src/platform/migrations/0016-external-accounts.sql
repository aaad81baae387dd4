-- Accounts at others (Google and the like) that people sign in with here.
create table external_accounts (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  -- Its id among everything that identifies the user: what an email address is linked to.
  identification_id text collate "C" not null,
  -- With its prefix, as on the wire: oauth_google.
  provider text not null,
  -- Who they are there, for ever; everything below is what the provider said when they last came.
  provider_user_id text not null,
  approved_scopes text not null default '',
  email_address text not null default '',
  -- null: the provider does not say.
  email_address_verified boolean,
  first_name text not null default '',
  last_name text not null default '',
  image_url text,
  username text,
  public_metadata jsonb not null default '{}',
  verification_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index external_accounts_owned on external_accounts (instance_id, provider, provider_user_id);
create index external_accounts_user on external_accounts (instance_id, user_id);

-- Tokens of others that have been accepted, by their hash, for as long as they could be shown again.
create table used_tokens (
  instance_id text not null,
  hash bytea not null,
  expires_at timestamptz not null,
  primary key (instance_id, hash)
);
create index used_tokens_expiry on used_tokens (expires_at);
