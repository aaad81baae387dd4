-- Where apps may be redirected to, and the hosts under which an instance is known.

create table redirect_urls (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  url text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
-- By digest: an address may be longer than an index entry.
create unique index redirect_urls_url on redirect_urls (instance_id, md5(url));

create table domains (
  instance_id text not null references instances (id) on delete cascade,
  id text collate "C" not null,
  -- Host name; with the port in development.
  name text not null,
  is_satellite boolean not null,
  -- A second app on the same registrable domain: its subdomain counts.
  is_secondary boolean not null default false,
  proxy_url text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id)
);
create unique index domains_primary on domains (instance_id) where not is_satellite;
create unique index domains_name on domains (instance_id, name);
-- A satellite's Frontend API is found by its host; in production a domain is one instance's alone.
create index domains_satellites on domains (name) where is_satellite;
