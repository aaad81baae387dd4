-- Wallets are stored in lower case, with 0x before their 40 hexadecimal digits.
create table web3_wallets (
  instance_id text not null,
  id text collate "C" not null,
  user_id text not null,
  web3_wallet text not null,
  verified_at timestamptz,
  reserved boolean not null default false,
  verification_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (instance_id, id),
  foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
);
create unique index web3_wallets_owned on web3_wallets (instance_id, web3_wallet) where verified_at is not null or reserved;
create unique index web3_wallets_once on web3_wallets (instance_id, user_id, web3_wallet);
create index web3_wallets_wallet on web3_wallets (instance_id, web3_wallet);
