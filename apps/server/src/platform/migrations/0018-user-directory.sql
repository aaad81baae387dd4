-- What users are searched by and listed by, in one table of its own: looking for a part of any name
-- or identifier reads one index, and a sign-in, which writes to `users`, touches none of these.
-- The index over parts of texts needs the extension pg_trgm, which is made sure of before.

create table user_directory (
  instance_id text not null,
  user_id text collate "C" not null,
  -- Full name, username, ids, email addresses, phone numbers and wallets, one a line.
  document text not null,
  -- What lists are sorted by, in lower case; of contacts the primary one.
  first_name text collate "C",
  last_name text collate "C",
  username text collate "C",
  email_address text collate "C",
  phone_number text collate "C",
  web3_wallet text collate "C",
  primary key (instance_id, user_id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);

-- Writes the entries of these users anew, where they have changed. Users' ids are in the collation "C" and
-- references to them are not: without saying which is meant, an index on references would not be used.
create function refresh_user_directory(of_instance text, of_users text[]) returns void language sql as $$
  insert into user_directory as entry (instance_id, user_id, document, first_name, last_name, username, email_address, phone_number, web3_wallet)
  select u.instance_id, u.id,
    concat_ws(E'\n', nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.username, u.id, u.external_id, emails.lines, phones.lines, wallets.lines),
    lower(u.first_name), lower(u.last_name), lower(u.username), emails.first, phones.first, wallets.first
  from users u
  cross join lateral (
    select string_agg(email_address, E'\n' order by email_address) as lines, max(email_address) filter (where id = u.primary_email_address_id) as first
    from email_addresses where instance_id = u.instance_id and user_id = u.id collate "default"
  ) emails
  cross join lateral (
    select string_agg(phone_number, E'\n' order by phone_number) as lines, max(phone_number) filter (where id = u.primary_phone_number_id) as first
    from phone_numbers where instance_id = u.instance_id and user_id = u.id collate "default"
  ) phones
  cross join lateral (
    select string_agg(web3_wallet, E'\n' order by web3_wallet) as lines, max(web3_wallet) filter (where id = u.primary_web3_wallet_id) as first
    from web3_wallets where instance_id = u.instance_id and user_id = u.id collate "default"
  ) wallets
  where u.instance_id = of_instance and u.id = any(of_users)
  on conflict (instance_id, user_id) do update set
    document = excluded.document, first_name = excluded.first_name, last_name = excluded.last_name, username = excluded.username,
    email_address = excluded.email_address, phone_number = excluded.phone_number, web3_wallet = excluded.web3_wallet
  where (entry.document, entry.first_name, entry.last_name, entry.username, entry.email_address, entry.phone_number, entry.web3_wallet)
    is distinct from (excluded.document, excluded.first_name, excluded.last_name, excluded.username, excluded.email_address, excluded.phone_number, excluded.web3_wallet);
$$;

select refresh_user_directory(id, (select array_agg(u.id) from users u where u.instance_id = instances.id)) from instances;

create index user_directory_document on user_directory using gin (document gin_trgm_ops);
create index user_directory_first_name on user_directory (instance_id, first_name, user_id);
create index user_directory_last_name on user_directory (instance_id, last_name, user_id);
create index user_directory_username on user_directory (instance_id, username, user_id);
create index user_directory_email_address on user_directory (instance_id, email_address, user_id);
create index user_directory_phone_number on user_directory (instance_id, phone_number, user_id);
create index user_directory_web3_wallet on user_directory (instance_id, web3_wallet, user_id);

-- The database keeps the entries itself, so that no writer can forget to. Two that change the same
-- user at once take turns at the user's row: the second then sees what the first has written.
create function follow_user() returns trigger language plpgsql as $$
begin
  perform refresh_user_directory(new.instance_id, array[new.id]);
  return null;
end $$;

create function follow_contact() returns trigger language plpgsql as $$
declare
  contact record := coalesce(new, old);
begin
  perform 1 from users where instance_id = contact.instance_id and id = contact.user_id for no key update;
  perform refresh_user_directory(contact.instance_id, array[contact.user_id]);
  return null;
end $$;

-- Who brings many users at once says `set local foyer.directory = 'later'`, and refreshes them together.
create trigger user_directory_new_user after insert on users for each row
  when (current_setting('foyer.directory', true) is distinct from 'later') execute function follow_user();
create trigger user_directory_user after update of first_name, last_name, username, external_id,
  primary_email_address_id, primary_phone_number_id, primary_web3_wallet_id on users for each row execute function follow_user();
create trigger user_directory_email_address after insert or delete or update of email_address, user_id on email_addresses for each row
  when (current_setting('foyer.directory', true) is distinct from 'later') execute function follow_contact();
create trigger user_directory_phone_number after insert or delete or update of phone_number, user_id on phone_numbers for each row
  when (current_setting('foyer.directory', true) is distinct from 'later') execute function follow_contact();
create trigger user_directory_web3_wallet after insert or delete or update of web3_wallet, user_id on web3_wallets for each row
  when (current_setting('foyer.directory', true) is distinct from 'later') execute function follow_contact();

-- How many users an instance has, as the sum of what was added and taken away: counting them one by
-- one takes the longer the more there are, and a single number that everyone changes makes them wait
-- for each other. A job sums the rows up from time to time.
create table user_counts (
  instance_id text not null,
  users integer not null
);
create index user_counts_instance on user_counts (instance_id);
insert into user_counts select instance_id, count(*) from users group by instance_id;

create function count_new_users() returns trigger language plpgsql as $$
begin
  insert into user_counts select instance_id, count(*) from changed group by instance_id;
  return null;
end $$;

create function count_gone_users() returns trigger language plpgsql as $$
begin
  insert into user_counts select instance_id, -count(*) from changed group by instance_id;
  return null;
end $$;

create trigger user_counts_new after insert on users referencing new table as changed for each statement execute function count_new_users();
create trigger user_counts_gone after delete on users referencing old table as changed for each statement execute function count_gone_users();

-- Few are banned, and lists of them are asked for.
create index users_banned on users (instance_id, created_at, id) where banned_at is not null;
