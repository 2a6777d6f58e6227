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

-- Requests at a gateway for the money of buyers' payments.
create table gateway_charges (
  shop_id bigint not null,
  id bigint generated always as identity,
  payment_id bigint not null,
  -- Ours, the same in all tries; it says its shop
  key text not null,
  -- Whose account at the gateway it is
  owner text not null check (owner in ('SHOP', 'PLATFORM')),
  channel text not null,
  amount_idr bigint not null check (amount_idr > 0),
  -- ENDING: it is to take no money any more, and the vendor is told
  state text not null check (state in ('REQUESTED', 'OPEN', 'ENDING', 'PAID', 'ENDED', 'FAILED')),
  -- A try whose answer did not come may have made it
  may_exist boolean not null default false,
  vendor_charge_id text,
  va_number text,
  invoice_url text,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  -- When it is worked next, by whoever takes it first; null: there is nothing to do
  next_try_at timestamptz,
  -- What the vendor said last, in our words
  problem text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  constraint gateway_charges_key_unique unique (shop_id, key),
  foreign key (shop_id, payment_id) references buyer_payments (shop_id, id)
);
-- One at a time is shown to the buyer of a payment.
create unique index gateway_charges_live on gateway_charges (shop_id, payment_id)
  where state in ('REQUESTED', 'OPEN', 'FAILED');
create index gateway_charges_payment on gateway_charges (shop_id, payment_id, id);
create index gateway_charges_due on gateway_charges (next_try_at) where next_try_at is not null;
create index gateway_charges_due_of_shop on gateway_charges (shop_id, next_try_at) where next_try_at is not null;

-- All money that came in for a charge, and what became of it.
create table gateway_payments (
  shop_id bigint not null,
  id bigint generated always as identity,
  charge_id bigint not null,
  -- As the vendor calls it; null: it was found, and its callback has not come
  vendor_payment_id text,
  amount_idr bigint not null check (amount_idr > 0),
  paid_at timestamptz not null,
  -- WRONG_AMOUNT: it waits for somebody to decide
  outcome text not null check (outcome in ('PAID', 'REVIVED', 'BALANCE', 'WRONG_AMOUNT', 'RETURNED')),
  created_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  primary key (shop_id, id),
  constraint gateway_payments_vendor_unique unique (shop_id, charge_id, vendor_payment_id),
  foreign key (shop_id, charge_id) references gateway_charges (shop_id, id),
  foreign key (shop_id, decided_by) references users (shop_id, id)
);
create index gateway_payments_queue on gateway_payments (shop_id, created_at desc, id desc)
  where outcome = 'WRONG_AMOUNT';

-- What a gateway told and nothing here is known of: for the operator. Of no shop: which one it is of is what is not known.
create table unknown_callbacks (
  id bigint generated always as identity primary key,
  -- Whose account called, as 'platform' or 'shop 12'
  account text not null,
  body text not null,
  -- The same news again is the same row
  body_hash bytea not null unique,
  times integer not null default 1,
  received_at timestamptz not null,
  last_received_at timestamptz not null
);
create index unknown_callbacks_age on unknown_callbacks ((received_at at time zone 'UTC'));

-- The sandbox: a gateway for trials that is built in. It is of no shop, as a real one is of none.

-- Its time, which can be moved forward.
create table sandbox_clock (
  is_only boolean primary key default true check (is_only),
  ahead_ms bigint not null default 0 check (ahead_ms >= 0)
);
insert into sandbox_clock default values;

create table sandbox_charges (
  id bigint generated always as identity primary key,
  key text not null unique,
  -- In the address of its page
  token text not null unique,
  channel text not null,
  amount_idr bigint not null check (amount_idr > 0),
  merchant_name text not null,
  payer_name text not null,
  description text not null,
  -- null: it is paid on its page
  va_number text unique,
  return_url text,
  state text not null check (state in ('OPEN', 'PAID', 'ENDED')),
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index sandbox_charges_open on sandbox_charges (expires_at) where state = 'OPEN';

-- What was paid: more than once where somebody tries that.
create table sandbox_payments (
  id bigint generated always as identity primary key,
  charge_id bigint not null references sandbox_charges,
  amount_idr bigint not null check (amount_idr > 0),
  paid_at timestamptz not null
);
create index sandbox_payments_of_charge on sandbox_payments (charge_id, id);

create table sandbox_payouts (
  id bigint generated always as identity primary key,
  key text not null unique,
  bank_code text not null,
  account_number text not null,
  holder_name text not null,
  amount_idr bigint not null check (amount_idr > 0),
  description text not null,
  state text not null check (state in ('PENDING', 'PAID', 'FAILED')),
  failure text,
  created_at timestamptz not null
);

-- What the product is to be told.
create table sandbox_callbacks (
  id bigint generated always as identity primary key,
  body text not null,
  attempts integer not null default 0,
  -- null: delivered, or given up
  next_try_at timestamptz,
  -- What was answered last
  answer text,
  created_at timestamptz not null
);
create index sandbox_callbacks_due on sandbox_callbacks (next_try_at) where next_try_at is not null;
create index sandbox_callbacks_age on sandbox_callbacks ((created_at at time zone 'UTC'));
