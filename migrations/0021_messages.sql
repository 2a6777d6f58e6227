-- Messages to customers: how they leave, what they say, and what has become of each.

-- How messages of a shop leave. Missing: all as the defaults have it, and nothing waits.
create table message_settings (
  shop_id bigint primary key references shops,
  vendor text not null default 'link' check (vendor in ('link', 'woowa', 'whatsapp', 'outbox')),
  -- Of templates, where nobody says which
  language text not null default 'id' check (language in ('id', 'en')),
  -- Minutes of the shop's day, from and until which nothing leaves by itself; equal: none
  quiet_from smallint not null default 1260 check (quiet_from between 0 and 1439),
  quiet_until smallint not null default 420 check (quiet_until between 0 and 1439),
  per_minute integer not null default 20 check (per_minute > 0),
  -- What the vendor charges for one
  cost_idr bigint not null default 0 check (cost_idr >= 0),
  -- The next one leaves no earlier: by the pace, or as the vendor is left alone for a while
  next_send_at timestamptz,
  -- Why it is left alone, and after how many failures in a row
  problem text,
  failures smallint not null default 0,
  -- When there is something to do
  work_due_at timestamptz
);
-- Of all shops.
create index message_settings_due on message_settings (work_due_at) where work_due_at is not null;

-- The shop's accounts at vendors.
create table message_connections (
  shop_id bigint not null references shops,
  vendor text not null check (vendor in ('woowa', 'whatsapp')),
  -- Where it is, of one whose address the shop enters
  address text,
  -- The number that sends, as the vendor names it
  sender text,
  -- Sealed
  api_key bytea not null,
  key_end text not null,
  -- Sealed: by which the vendor signs its callbacks
  app_secret bytea,
  -- Of the address that it calls
  callback_hash bytea,
  user_id bigint not null,
  created_at timestamptz not null,
  tested_at timestamptz not null,
  problem text,
  primary key (shop_id, vendor),
  constraint message_connections_callback_unique unique (shop_id, callback_hash),
  foreign key (shop_id, user_id) references users,
  check ((vendor = 'woowa') = (address is not null)),
  check ((vendor = 'whatsapp') = (sender is not null))
);

create table message_templates (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  kind text not null check (kind in ('CUSTOM_NOTIFICATION', 'PROMO', 'REMINDER', 'ORDER_PROCESSED', 'ORDER_SHIPPED',
    'ORDER_COMPLETED', 'ORDER_CANCELED', 'PREORDER_DUE')),
  language text not null check (language in ('id', 'en')),
  title text not null,
  body text not null,
  -- The template of the same text that WhatsApp has approved, and the placeholders in the order of its numbers
  approved_name text,
  approved_language text,
  approved_placeholders text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  check ((approved_name is null) = (approved_language is null))
);
-- What an order is told is one text in each language.
create unique index message_templates_of_orders on message_templates (shop_id, kind, language)
  where kind not in ('CUSTOM_NOTIFICATION', 'PROMO');
create index message_templates_by_language on message_templates (shop_id, language, kind, id);

-- What is told by itself; a kind without a row is not.
create table message_followups (
  shop_id bigint not null references shops,
  kind text not null check (kind in ('REMINDER', 'ORDER_PROCESSED', 'ORDER_SHIPPED', 'ORDER_COMPLETED', 'ORDER_CANCELED',
    'PREORDER_DUE')),
  -- Of the reminder: how long after the order
  after_hours smallint check (after_hours between 1 and 720),
  enabled_at timestamptz not null,
  primary key (shop_id, kind),
  check ((kind = 'REMINDER') = (after_hours is not null))
);

-- Phone numbers that a customer has said something about.
create table message_phones (
  shop_id bigint not null references shops,
  phone text not null,
  -- When the customer has written last
  heard_at timestamptz,
  is_opted_out boolean not null default false,
  -- When it was last said whether it is
  decided_at timestamptz,
  primary key (shop_id, phone)
);

-- Customers who want no promos.
create table message_opt_outs (
  shop_id bigint not null,
  customer_id bigint not null,
  -- By a message of theirs, or recorded by staff
  source text not null check (source in ('CUSTOMER', 'STAFF')),
  user_id bigint,
  created_at timestamptz not null,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, user_id) references users
);
create index message_opt_outs_newest on message_opt_outs (shop_id, created_at desc, customer_id desc);

-- One text for many.
create table message_broadcasts (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- Who receives it: customers by their IDs, of a category, or asleep for so many days; or of orders unpaid for so many days
  source text not null check (source in ('CUSTOMERS', 'CATEGORY', 'ASLEEP', 'UNPAID')),
  customer_ids bigint[],
  category_code text,
  days integer,
  kind text not null check (kind in ('CUSTOM_NOTIFICATION', 'PROMO', 'REMINDER', 'ORDER_PROCESSED', 'ORDER_SHIPPED',
    'ORDER_COMPLETED', 'ORDER_CANCELED', 'PREORDER_DUE')),
  body text not null,
  approved jsonb,
  vendor text not null check (vendor in ('link', 'woowa', 'whatsapp', 'outbox')),
  cost_idr bigint not null,
  state text not null check (state in ('PREPARING', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE')),
  -- When the messages were made, all at once
  prepared_at timestamptz,
  receiver_total integer not null,
  -- The same to the same is not begun twice at once
  fingerprint bytea not null,
  user_id bigint not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users,
  check ((state in ('STOPPED', 'DONE')) = (ended_at is not null))
);
create unique index message_broadcasts_unfinished on message_broadcasts (shop_id, fingerprint) where ended_at is null;
create index message_broadcasts_newest on message_broadcasts (shop_id, created_at desc, id desc);

create table messages (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- By which it is known again: of a follow-up the order and the kind, of a broadcast the receiver
  key text not null,
  kind text not null check (kind in ('CUSTOM_NOTIFICATION', 'PROMO', 'REMINDER', 'ORDER_PROCESSED', 'ORDER_SHIPPED',
    'ORDER_COMPLETED', 'ORDER_CANCELED', 'PREORDER_DUE')),
  -- What leaves first: 0 what somebody sends now, 1 follow-ups, 2 broadcasts
  lane smallint not null check (lane between 0 and 2),
  broadcast_id bigint,
  order_id bigint,
  customer_id bigint not null,
  phone text not null,
  name text not null,
  -- With placeholders; null: the template of the shop at the moment it leaves
  template text,
  approved jsonb,
  -- As it left
  text text,
  -- By which vendor, and what that calls it
  vendor text check (vendor in ('link', 'woowa', 'whatsapp', 'outbox')),
  vendor_message_id text,
  -- HELD: its broadcast is paused. SENDING: a process has it. LINK: a person is to send it. UNKNOWN: it may have been sent,
  -- which a person decides. STOPPED: its broadcast was
  state text not null check (state in ('WAITING', 'HELD', 'SENDING', 'LINK', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'UNKNOWN',
    'SKIPPED', 'STOPPED')),
  reason text,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  -- It leaves no later
  expires_at timestamptz not null,
  claimed_at timestamptz,
  -- When the vendor was asked to send it: from then on it may have been
  asked_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  user_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  constraint messages_key_unique unique (shop_id, key),
  foreign key (shop_id, broadcast_id) references message_broadcasts,
  foreign key (shop_id, order_id) references orders on delete cascade,
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, user_id) references users,
  check ((state = 'SENDING') = (claimed_at is not null))
);
create index messages_waiting on messages (shop_id, lane, next_try_at, id) where state = 'WAITING';
create index messages_sending on messages (shop_id, claimed_at) where state = 'SENDING';
create index messages_newest on messages (shop_id, created_at desc, id desc);
create index messages_by_state on messages (shop_id, state, created_at desc, id desc);
create index messages_of_customer on messages (shop_id, customer_id, created_at desc, id desc);
create index messages_of_order on messages (shop_id, order_id, created_at desc, id desc) where order_id is not null;
create index messages_of_broadcast on messages (shop_id, broadcast_id, state, id desc) where broadcast_id is not null;
-- What is dropped when a number wants no promos any more.
create index messages_links on messages (shop_id, phone) where state = 'LINK';
create index messages_of_vendor on messages (shop_id, vendor_message_id) where vendor_message_id is not null;
-- For the sweep alone, hence the expression (src/kernel/jobs/sweep.ts).
create index messages_age on messages ((created_at at time zone 'UTC'));
