-- What couriers and staff say of parcels, and when couriers are asked.

create table tracking_events (
  shop_id bigint not null,
  order_id bigint not null,
  number smallint not null,
  -- The same whenever the same is said again
  event_id text not null,
  source text not null check (source in ('VENDOR', 'STAFF')),
  -- Never after it was received
  happened_at timestamptz not null,
  -- As it was said
  code text not null,
  -- null: the code is not known
  status text check (status in ('PICKUP_REQUEST', 'DROPOFF', 'ON_PROCESS', 'DELIVERED', 'UNPICK', 'RETURNED', 'LOST',
    'INVALID', 'SHIPMENT_PROBLEM')),
  is_returning boolean not null default false,
  description text not null,
  location text not null,
  -- Who entered it; null: a vendor said it
  user_id bigint,
  received_at timestamptz not null,
  primary key (shop_id, order_id, number, event_id),
  foreign key (shop_id, order_id, number) references shipments on delete cascade,
  foreign key (shop_id, user_id) references users (shop_id, id)
);

create table tracking_polls (
  shop_id bigint not null,
  order_id bigint not null,
  number smallint not null,
  -- null: the courier is not asked any more
  next_poll_at timestamptz,
  started_at timestamptz not null,
  -- Whom was asked last
  vendor text check (vendor in ('biteship', 'rajaongkir', 'shipper')),
  -- When the courier last answered or failed
  polled_at timestamptz,
  -- In a row: answers that said nothing new, and failures
  unchanged smallint not null default 0,
  failures smallint not null default 0,
  -- Why the last try failed, in our words
  problem text,
  primary key (shop_id, order_id, number),
  foreign key (shop_id, order_id, number) references shipments on delete cascade
);

create index tracking_polls_due on tracking_polls (shop_id, next_poll_at, order_id, number);
