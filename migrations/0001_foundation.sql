-- Shops, the people in them, and what the kernel needs.
--
-- Conventions of every migration:
--   * each tenant table has shop_id first in its primary key and in every foreign key to a tenant
--     table, so that a row of another shop can't even be referenced
--   * money is whole rupiah in bigint columns named *_idr, weights are grams, instants timestamptz
--   * a set of words is text with a CHECK, so that adding one is no rewrite
--   * constraint names are given where the application maps them to an error

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table shops (
  id bigint generated always as identity primary key,
  subdomain text not null constraint shops_subdomain_unique unique,
  name text not null,
  phone text not null,
  description text not null default '',
  address text not null default '',
  note text,
  logo_url text,
  time_zone text not null default 'Asia/Jakarta'
    check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  class text not null default 'PLATINUM',
  class_ends_on date,
  storefront_enabled boolean not null default true,
  active_courier_ids integer[] not null,
  created_at timestamptz not null
);

create table users (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  email text not null,
  full_name text not null,
  phone text not null default '',
  password_hash text,
  role text not null check (role in ('owner', 'admin', 'warehouse')),
  status text not null check (status in ('INVITED', 'ACTIVE', 'REMOVED')),
  invitation_hash bytea,
  invitation_expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  check (status <> 'ACTIVE' or password_hash is not null)
);
-- A person signs in with an email alone, so it is unique among all shops. An invitation holds no email: nobody
-- can keep another from opening a shop by inviting. Who was removed may be invited again.
create unique index users_email_unique on users (lower(email)) where status = 'ACTIVE';
create unique index users_shop_email_unique on users (shop_id, lower(email)) where status <> 'REMOVED';
create unique index users_invitation_unique on users (invitation_hash) where invitation_hash is not null;

-- Only hashes of tokens and keys are kept: a stolen copy of the database opens no door.
create table sessions (
  shop_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  token_hash bytea not null constraint sessions_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users
);
create index sessions_user on sessions (shop_id, user_id);
create index sessions_expiry on sessions (expires_at);

create table api_keys (
  shop_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  key_hash bytea not null constraint api_keys_hash_unique unique,
  key_start text not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  replaced_by bigint,
  last_used_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users,
  foreign key (shop_id, replaced_by) references api_keys
);

-- Counts attempts in a window, per account and per address. No tenant: the account may not exist.
create table login_attempts (
  bucket text primary key,
  window_started_at timestamptz not null,
  attempts integer not null
);

-- The answer to a request that carried an Idempotency-Key, written by the business transaction itself.
-- scope is the shop (0: nobody signed in). The key is kept as a hash and the answer is sealed with the
-- key itself, so that tokens and customers' data in it can't be read from the database.
create table idempotency_keys (
  scope bigint not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status smallint not null,
  sealed_body bytea not null,
  created_at timestamptz not null,
  primary key (scope, key_hash)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- What happened, in the transaction in which it happened, and who did it: notifications, webhooks and aggregates
-- read from here, and the owner.
create table outbox_events (
  shop_id bigint not null,
  id bigint generated always as identity,
  -- Past tense with its noun, as 'product.created'
  name text not null,
  subject_id bigint not null,
  payload jsonb not null,
  user_id bigint not null,
  -- Where the user's key was used, not a session.
  api_key_id bigint,
  created_at timestamptz not null,
  primary key (shop_id, id)
);
create index outbox_events_user on outbox_events (shop_id, user_id, id);
create index outbox_events_subject on outbox_events (shop_id, subject_id, id);
create index outbox_events_age on outbox_events (created_at);
