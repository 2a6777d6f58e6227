-- Events that other parts of the product read in a total order: see docs/decisions/0012-readers-of-events.md.

alter table outbox_events
  -- Of the payload's shape: docs/events.md.
  add column version smallint not null default 1,
  -- Where it comes in the order in which readers get it; null until it has been given its place.
  add column position bigint;
create index outbox_events_position on outbox_events (position) where position is not null;
create index outbox_events_unplaced on outbox_events (id) where position is null;

-- The place that was given last. Who holds this row alone gives places.
create table event_places (
  is_only boolean primary key default true check (is_only),
  last_position bigint not null
);
insert into event_places (last_position) values (0);

-- How far each reader has come. Who holds its row alone reads for it.
create table event_readers (
  name text primary key,
  position bigint not null,
  -- Up to here it takes one event at a time: among these is one that it failed at.
  single_until bigint not null default 0,
  -- At the event after `position`, and why, and when it is tried again.
  failures integer not null default 0,
  error text,
  retry_at timestamptz
);

-- Events that a reader failed at so often that it went on without them.
create table events_set_aside (
  shop_id bigint not null references shops,
  reader text not null,
  event_id bigint not null,
  error text not null,
  created_at timestamptz not null,
  primary key (shop_id, event_id, reader),
  foreign key (shop_id, event_id) references outbox_events on delete cascade
);

-- Which emptying of a variation the owner was told of last, by the ledger's row that had brought its goods.
create table stock_notices (
  shop_id bigint not null,
  variation_id bigint not null,
  ledger_id bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, variation_id),
  foreign key (shop_id, variation_id) references product_variations
);

-- Money given back is refunded, an order made active again is reactivated; only a parcel is returned.
alter table orders drop constraint orders_paid_as_check;
update orders set paid_as = 'REFUNDED' where paid_as = 'RETURNED';
alter table orders add constraint orders_paid_as_check check (paid_as in ('BALANCE', 'REFUNDED'));
alter table customer_balance_entries drop constraint customer_balance_entries_reason_check;
update customer_balance_entries set reason = 'ORDER REACTIVATED' where reason = 'ORDER ACTIVE AGAIN';
alter table customer_balance_entries
  add constraint customer_balance_entries_reason_check check (reason in ('ORDER CANCELED', 'ORDER REACTIVATED'));
update order_changes set action = 'reactivated' where action = 'returned';
update outbox_events set name = 'order.reactivated' where name = 'order.returned';
