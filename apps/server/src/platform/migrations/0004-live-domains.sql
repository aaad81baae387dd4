-- In production a domain belongs to one instance alone: the host of its Frontend API leads there.

alter table domains add column live boolean not null default false;
drop index domains_satellites;
create unique index domains_live_satellites on domains (name) where is_satellite and live;
