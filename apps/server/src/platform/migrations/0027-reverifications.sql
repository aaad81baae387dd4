-- Proving again, within a session, who one is. The newest of a session is the one that goes on.
create table reverifications (
  instance_id text not null,
  id text collate "C" not null,
  session_id text not null,
  -- first_factor, second_factor or multi_factor: what was asked for, as far as the person can give it.
  level text not null,
  first_factor_verification_id text,
  second_factor_verification_id text,
  first_factor_verified_at timestamptz,
  second_factor_verified_at timestamptz,
  created_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, session_id) references sessions (instance_id, id) on delete cascade
);
create index reverifications_session on reverifications (instance_id, session_id, id);
create index reverifications_old on reverifications (created_at);
