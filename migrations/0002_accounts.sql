-- The people of a shop, what they sign in with, and wrong passwords.

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
-- Who was removed may be invited again.
create unique index users_shop_email_unique on users (shop_id, lower(email)) where status <> 'REMOVED';
create unique index users_invitation_unique on users (shop_id, invitation_hash) where invitation_hash is not null;

-- Directory of who signs in by an email, in lower case: the users that are ACTIVE. A person signs in with an email
-- alone, so it is unique among all shops. An invitation holds no email: nobody can keep another from opening a shop by
-- inviting.
create table user_emails (
  email text primary key,
  shop_id bigint not null,
  user_id bigint not null,
  constraint user_emails_user_unique unique (shop_id, user_id)
);

-- The warehouses that a worker of warehouses sees.
create table user_warehouses (
  shop_id bigint not null,
  user_id bigint not null,
  warehouse_id bigint not null,
  primary key (shop_id, user_id, warehouse_id),
  foreign key (shop_id, user_id) references users,
  foreign key (shop_id, warehouse_id) references warehouses
);

-- Only hashes of tokens and keys are kept: a stolen copy of the database opens no door. Tokens say their shop, and are
-- looked up within it.
create table sessions (
  shop_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz not null,
  -- When the person behind it last gave the password: at the login, or since.
  password_confirmed_at timestamptz not null,
  primary key (shop_id, id),
  constraint sessions_token_unique unique (shop_id, token_hash),
  foreign key (shop_id, user_id) references users
);
create index sessions_user on sessions (shop_id, user_id);
-- For the sweep alone, hence the expression (src/kernel/jobs/sweep.ts).
create index sessions_expiry on sessions ((expires_at at time zone 'UTC'));

create table api_keys (
  shop_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  key_hash bytea not null,
  key_start text not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  replaced_by bigint,
  last_used_at timestamptz,
  -- The first of the keys that came one after the other: what was asked with one can be asked again with the next.
  first_id bigint,
  primary key (shop_id, id),
  constraint api_keys_hash_unique unique (shop_id, key_hash),
  foreign key (shop_id, user_id) references users,
  foreign key (shop_id, replaced_by) references api_keys
);

-- Wrong passwords, per place that is watched: an account from one network, a network, an account from
-- anywhere, a device that the person is known on. No tenant: the account may not exist. A level leaks one
-- failure every `leaks_every_s`, and what it means for the next try is a rule of the application.
create table login_attempts (
  bucket text primary key,
  level double precision not null,
  leaks_every_s integer not null,
  counted_at timestamptz not null
);
create index login_attempts_age on login_attempts ((counted_at at time zone 'UTC'));

-- Keys that sign what leaves the server and comes back, as the cookie of a known device: made once, the
-- same for all processes.
create table signing_keys (
  purpose text primary key,
  key bytea not null,
  created_at timestamptz not null
);
