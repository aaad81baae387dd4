-- Clients, sessions and the attempts that lead to them. Statuses are derived from these facts.

create table clients (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  token_hash bytea not null,
  -- The token before the last rotation stays good for a moment: other tabs may still send it.
  previous_token_hash bytea,
  token_rotated_at timestamptz not null,
  native boolean not null default false,
  last_active_session_id text,
  last_authentication_strategy text,
  sign_in_id text,
  sign_up_id text,
  captcha_bypass boolean not null default false,
  cookie_expires_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index clients_token on clients (instance_id, token_hash);
create index clients_previous_token on clients (instance_id, previous_token_hash) where previous_token_hash is not null;

-- In development the client is found by this token, which travels in URLs between hosts.
create table dev_browsers (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  token_hash bytea not null,
  client_id text,
  home_origin text,
  created_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index dev_browsers_token on dev_browsers (instance_id, token_hash);

create table sessions (
  instance_id text not null,
  id text collate "C" not null,
  client_id text not null,
  user_id text not null,
  actor jsonb,
  last_active_organization_id text,
  last_active_at timestamptz not null,
  expire_at timestamptz not null,
  abandon_at timestamptz not null,
  ended_at timestamptz,
  removed_at timestamptz,
  revoked_at timestamptz,
  replaced_at timestamptz,
  -- When each factor was proved last; -1 in `fva` where null.
  first_factor_verified_at timestamptz,
  second_factor_verified_at timestamptz,
  refresh_token_hash bytea,
  -- Latest activity, for "active devices".
  ip_address text,
  user_agent text,
  browser_name text,
  browser_version text,
  device_type text,
  is_mobile boolean,
  city text,
  country text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, client_id) references clients (instance_id, id) on delete cascade,
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create index sessions_client on sessions (instance_id, client_id);
create index sessions_user on sessions (instance_id, user_id, created_at);
create index sessions_created_at on sessions (instance_id, created_at, id);

create table sign_ins (
  instance_id text not null,
  id text collate "C" not null,
  client_id text not null,
  -- As the person typed it; kept also when it is nobody's.
  identifier text,
  user_id text,
  first_factor_verification_id text,
  second_factor_verification_id text,
  -- Proofs that count for this attempt, by the moment they were given.
  first_factor_verified_at timestamptz,
  second_factor_verified_at timestamptz,
  new_password_set_at timestamptz,
  actor jsonb,
  created_session_id text,
  abandon_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, client_id) references clients (instance_id, id) on delete cascade
);
create index sign_ins_abandoned on sign_ins (abandon_at);

create table sign_ups (
  instance_id text not null,
  id text collate "C" not null,
  client_id text not null,
  email_address text,
  phone_number text,
  username text,
  first_name text,
  last_name text,
  password_hash text,
  password_hasher text,
  unsafe_metadata jsonb not null default '{}',
  public_metadata jsonb not null default '{}',
  locale text,
  external_id text,
  legal_accepted_at timestamptz,
  email_verification_id text,
  phone_verification_id text,
  web3_verification_id text,
  external_account_verification_id text,
  -- What a ticket (invitation) settled already.
  ticket jsonb,
  -- Set by a server: this sign-up is one that the application handles itself.
  custom_action boolean not null default false,
  created_session_id text,
  created_user_id text,
  abandon_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, client_id) references clients (instance_id, id) on delete cascade
);
create index sign_ups_abandoned on sign_ups (abandon_at);

create table sign_in_tokens (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  token_hash bytea not null,
  -- Set for actor tokens: who will be acting as the user.
  actor jsonb,
  session_max_duration_in_seconds integer,
  url text,
  used_at timestamptz,
  revoked_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index sign_in_tokens_token on sign_in_tokens (instance_id, token_hash);

create table handshake_nonces (
  instance_id text not null references instances (id) on delete cascade,
  nonce_hash bytea not null,
  directives_encrypted bytea not null,
  expires_at timestamptz not null,
  primary key (instance_id, nonce_hash)
);
create index handshake_nonces_expired on handshake_nonces (expires_at);
