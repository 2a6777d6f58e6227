-- Accounts of shops at companies that ask many couriers, and what is booked with them.

create table courier_connections (
  shop_id bigint not null references shops,
  vendor text not null check (vendor in ('biteship', 'rajaongkir', 'shipper')),
  -- Sealed
  api_key bytea not null,
  -- The last characters of the key, to tell it from others
  key_end text not null,
  -- Of the secret in the address that the vendor calls; null: it calls nobody
  callback_hash bytea,
  -- In whose name callbacks are worked
  user_id bigint not null,
  created_at timestamptz not null,
  -- When the vendor last took the key, or did not: then `problem` says why
  tested_at timestamptz not null,
  problem text,
  primary key (shop_id, vendor),
  unique (shop_id, callback_hash),
  foreign key (shop_id, user_id) references users (shop_id, id)
);

create table courier_bookings (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  order_id bigint not null,
  shipment smallint not null,
  vendor text not null check (vendor in ('biteship', 'rajaongkir', 'shipper')),
  state text not null check (state in ('WAITING', 'BOOKED', 'FAILED', 'CANCELING', 'CANCELED')),
  -- What the vendor knows it by, the same in all tries
  key text not null,
  collection text not null check (collection in ('PICKUP', 'DROP_OFF')),
  pickup_at timestamptz,
  -- The vendor was asked, and it is not known that it has refused
  may_be_booked boolean not null default false,
  vendor_booking_id text,
  vendor_tracking_id text,
  awb_number text,
  routing_code text,
  attempts smallint not null default 0,
  -- Why the last try failed, in our words
  problem text,
  -- null: nothing is left to do
  next_try_at timestamptz,
  cancel_reason text,
  user_id bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, order_id) references orders on delete cascade,
  foreign key (shop_id, user_id) references users (shop_id, id),
  check ((state in ('WAITING', 'CANCELING')) <= (next_try_at is not null))
);

-- A parcel is booked once at a time.
create unique index courier_bookings_of_shipment on courier_bookings (shop_id, order_id, shipment)
  where state <> 'CANCELED';
create index courier_bookings_by_vendor on courier_bookings (shop_id, vendor, vendor_booking_id)
  where vendor_booking_id is not null;
-- What waits or has failed.
create index courier_bookings_open on courier_bookings (shop_id, id desc)
  where next_try_at is not null or problem is not null;
create index courier_bookings_due on courier_bookings (shop_id, next_try_at) where next_try_at is not null;
