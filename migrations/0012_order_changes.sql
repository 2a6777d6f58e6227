-- What became of an order: each change of it with who made it, what it was and is, and the stock that moved.
create table order_changes (
  shop_id bigint not null,
  order_id bigint not null,
  version integer not null check (version > 0),
  action text not null,
  -- Each field with [before, after].
  difference jsonb not null,
  -- Pieces that came back (above 0) or left, by variation and warehouse.
  stock jsonb not null,
  user_id bigint,
  api_key_id bigint,
  created_at timestamptz not null,
  primary key (shop_id, order_id, version),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, user_id) references users
);

-- Cancelled, rejected and expired orders have a list of their own. paid_as says what became of the money that was
-- paid on one: it is the customer's balance, or was returned; null where nothing was paid.
alter table orders add column paid_as text check (paid_as in ('BALANCE', 'RETURNED'));
alter table orders add check (paid_as is null or (order_status in ('CANCELED', 'REJECTED', 'EXPIRED') and paid_idr > 0));
create index orders_closed on orders (shop_id, order_status, order_date desc, id desc)
  where order_status in ('CANCELED', 'REJECTED', 'EXPIRED');

-- Money that the shop owes a customer, as it comes and goes: the sum is never below 0.
create table customer_balance_entries (
  shop_id bigint not null,
  customer_id bigint not null,
  id bigint generated always as identity,
  -- null: the order was deleted since.
  order_id bigint,
  amount_idr bigint not null check (amount_idr <> 0),
  balance_after_idr bigint not null check (balance_after_idr >= 0),
  reason text not null check (reason in ('ORDER CANCELED', 'ORDER ACTIVE AGAIN')),
  user_id bigint,
  created_at timestamptz not null,
  primary key (shop_id, customer_id, id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, user_id) references users
);
create index customer_balance_entries_order on customer_balance_entries (shop_id, order_id);

-- An order that is deleted for good leaves its ledger rows, which say its number, without it.
create index stock_ledger_order on stock_ledger (shop_id, order_id) where order_id is not null;
