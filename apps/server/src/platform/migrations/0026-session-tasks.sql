-- What a person was asked to do when the session began, and has not done yet: the session is pending until then.
alter table sessions add column tasks text[] not null default '{}';
