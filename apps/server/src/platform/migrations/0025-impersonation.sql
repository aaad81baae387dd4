-- How long the session may last that a sign-in with an actor token leads to.
alter table sign_ins add column session_max_duration_in_seconds integer;
