-- The store of a shop: who buys there, and is signed in.

-- An answer that a visitor of a store was given has no role: null.
alter table idempotency_keys alter column role drop not null;

-- Customers who are signed in at the store of their shop, on one device each.
create table buyer_sessions (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  customer_id bigint not null,
  -- As the customer had it then: the session counts as long as that is so.
  account_ends integer not null,
  -- SHA-256 of the token, which says the shop.
  token_hash bytea not null,
  address text not null default '',
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (shop_id, id),
  constraint buyer_sessions_token_unique unique (shop_id, token_hash),
  foreign key (shop_id, customer_id) references customers
);
create index buyer_sessions_customer on buyer_sessions (shop_id, customer_id, created_at desc, id desc);
create index buyer_sessions_ended on buyer_sessions ((expires_at at time zone 'UTC'));

-- The lists of a store: products that are published and have a price, in each order.
create index products_in_store on products (shop_id, created_at desc, id desc)
  where archived_at is null and is_published and lowest_price_idr > 0;
create index products_in_store_price on products (shop_id, lowest_price_idr, id)
  where archived_at is null and is_published and lowest_price_idr > 0;
create index products_in_store_name on products (shop_id, lower(name), id)
  where archived_at is null and is_published and lowest_price_idr > 0;
create index products_in_store_category on products (shop_id, category_id, created_at desc, id desc)
  where archived_at is null and is_published and lowest_price_idr > 0;

-- Passwords of customers with an account of the store.
create table buyer_passwords (
  shop_id bigint not null references shops,
  customer_id bigint not null,
  -- As the customer had it then: the password counts as long as that is so.
  account_removals integer not null,
  password_hash text not null,
  changed_at timestamptz not null,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers
);

-- The code that was last sent to somebody, or would have been if there was an account: nobody can tell the two apart.
create table buyer_codes (
  shop_id bigint not null references shops,
  -- The email, in small letters, or phone that was named.
  recipient text not null,
  -- SHA-256 of shop, recipient and code; null: there is no account, and no code was sent.
  code_hash bytea,
  customer_id bigint,
  -- As the customer had it then: the code counts as long as that is so.
  account_ends integer,
  tries smallint not null default 0 check (tries >= 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (shop_id, recipient),
  foreign key (shop_id, customer_id) references customers
);
create index buyer_codes_ended on buyer_codes ((expires_at at time zone 'UTC'));
