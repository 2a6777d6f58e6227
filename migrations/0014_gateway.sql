-- Payment gateway: admin fees that buyers pay on top, and the shop's own account at the gateway.

-- What customers of a category pay on top of an order that they pay through the gateway.
create table admin_fees (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  category_code text not null,
  nominal_idr bigint not null check (nominal_idr between 0 and 4500),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  constraint admin_fees_category_unique unique (shop_id, category_code),
  foreign key (shop_id, category_code) references customer_categories (shop_id, code)
);

-- The account that a shop has itself at a gateway. Key and token are sealed.
create table gateway_connections (
  shop_id bigint not null references shops,
  vendor text not null check (vendor in ('xendit')),
  -- Off: charges go through the account of the installation
  is_active boolean not null default true,
  api_key bytea not null,
  -- How it begins and ends, to be shown
  key_start text not null,
  key_end text not null,
  -- Without one no callback is believed
  callback_token bytea,
  -- Of the secret in the address that the vendor calls
  callback_hash bytea not null,
  -- What the account can use, as it said when the key was tested; null: it could not be asked
  channels text[],
  user_id bigint not null,
  created_at timestamptz not null,
  tested_at timestamptz not null,
  -- Why the key was not taken or not tested, in our words
  problem text,
  primary key (shop_id, vendor),
  unique (shop_id, callback_hash),
  foreign key (shop_id, user_id) references users
);
