-- When a client last passed the bot protection apart from a sign-up; the next sign-up uses it up.
alter table clients add column captcha_passed_at timestamptz;
alter table sign_ups add column captcha_passed boolean not null default false;

-- Proofs of work that were used, until they would have expired anyway.
create table captcha_proofs (
  instance_id text not null references instances (id) on delete cascade,
  challenge bytea not null,
  expires_at timestamptz not null,
  primary key (instance_id, challenge)
);
create index captcha_proofs_expired on captcha_proofs (expires_at);
