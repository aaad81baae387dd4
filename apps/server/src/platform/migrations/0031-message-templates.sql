-- What an instance has changed about its messages. Null: as it comes.

create table message_templates (
  instance_id text not null references instances (id) on delete cascade,
  template_type text not null,
  slug text not null,
  id text collate "C" not null,
  name text,
  subject text,
  markup text,
  body text,
  delivered boolean not null default true,
  from_email_name text,
  reply_to_email_name text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, template_type, slug)
);
