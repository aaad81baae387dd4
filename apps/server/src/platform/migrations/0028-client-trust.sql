-- When whoever signs in with a password on a new device has shown by a code or link that it is theirs.
alter table sign_ins add column client_trust_verified_at timestamptz;
