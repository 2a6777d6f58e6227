-- Parcels of orders. Every order has at least one, written with the order; one that is shipped from several warehouses can
-- be split. `orders.shipping_status` and `orders.awb_number` say of all of them together what lists and search need.

create table shipments (
  shop_id bigint not null,
  order_id bigint not null,
  -- 1, 2 … within the order
  number smallint not null check (number >= 1),
  -- null: all lines of the order; else those of this warehouse
  warehouse_id bigint,
  -- null: nobody has reported one, as READY_TO_SHIP
  shipping_status text check (shipping_status in ('READY_TO_SHIP', 'PICKUP_REQUEST', 'DROPOFF', 'ON_PROCESS',
    'DELIVERED', 'UNPICK', 'RETURNED', 'LOST', 'INVALID', 'SHIPMENT_PROBLEM')),
  awb_number text,
  -- How it reaches the courier: as requested for pickup, null before
  service text check (service in ('PICKUP', 'DROP_OFF')),
  requested_at timestamptz,
  -- First with the courier; delivered, returned or lost
  left_at timestamptz,
  ended_at timestamptz,
  -- Within how many days of leaving it should arrive, as was known then
  promised_days smallint check (promised_days >= 0),
  -- When its goods were accounted for, after it came back: it cannot be shipped again.
  received_at timestamptz,
  label_prints integer not null default 0 check (label_prints >= 0),
  -- Taken off the list of shipments by staff
  removed_at timestamptz,
  -- Set back to READY_TO_SHIP: what couriers say of earlier times is of the journey before
  restarted_at timestamptz,
  -- The last status that no courier's tracking reported since then, by whom, and when
  said_status text check (said_status in ('PICKUP_REQUEST', 'DROPOFF', 'ON_PROCESS', 'DELIVERED', 'UNPICK', 'RETURNED',
    'LOST', 'INVALID', 'SHIPMENT_PROBLEM')),
  said_by text check (said_by in ('STAFF', 'COURIER', 'JOB')),
  said_at timestamptz,
  -- Of its order, for the list: see `SHIPMENT_COPIES`. list_status null: it is not on the list
  order_date date not null,
  courier_id integer not null,
  supplier_id bigint not null,
  is_cod boolean not null,
  warehouse_ids bigint[] not null default '{}',
  list_status text,
  -- Of its order too, for the report of how parcels arrive
  customer_id bigint not null,
  -- Of the receiver's district; null: not known
  province_code smallint,
  created_by bigint,
  primary key (shop_id, order_id, number),
  foreign key (shop_id, order_id) references orders on delete cascade
);

-- Whatever the filters are, the list is read from one of these in its order: all that are asked for stand before the date.
-- Who does not ask whether it is COD reads both ranges at once.
create index shipments_listed on shipments
  (shop_id, list_status, is_cod, order_date desc, order_id desc, number desc)
  include (warehouse_ids) where list_status is not null;
create index shipments_by_courier on shipments
  (shop_id, list_status, courier_id, is_cod, order_date desc, order_id desc, number desc)
  include (warehouse_ids) where list_status is not null;
create index shipments_by_supplier on shipments
  (shop_id, list_status, supplier_id, is_cod, order_date desc, order_id desc, number desc)
  include (warehouse_ids) where list_status is not null;
create index shipments_by_supplier_courier on shipments
  (shop_id, list_status, supplier_id, courier_id, is_cod, order_date desc, order_id desc, number desc)
  include (warehouse_ids) where list_status is not null;
-- AWB numbers are written in any letter case, and found by how they begin. What the list needs of them stands here too: as
-- many as begin alike.
create index shipments_by_awb on shipments (shop_id, upper(awb_number) text_pattern_ops)
  include (awb_number, list_status, order_date, order_id, number) where awb_number is not null;
-- The report reads parcels by the day on which they left, all that it groups and counts by from here.
create index shipments_left on shipments (shop_id, left_at)
  include (order_id, number, shipping_status, courier_id, promised_days, ended_at, province_code, customer_id, created_by)
  where left_at is not null;

-- What those who pick and pack need: where goods lie, and what is packed already.

-- The shelf of a variation in a warehouse, as the shop calls it.
create table variation_shelves (
  shop_id bigint not null,
  variation_id bigint not null,
  warehouse_id bigint not null,
  shelf text not null check (shelf <> ''),
  primary key (shop_id, variation_id, warehouse_id),
  foreign key (shop_id, variation_id) references product_variations on delete cascade,
  foreign key (shop_id, warehouse_id) references warehouses
);

-- Units of an order that lie in its parcel, by the warehouse that they came from: an order can be split into parcels by
-- warehouse, and merged, without them.
create table packed_units (
  shop_id bigint not null,
  order_id bigint not null,
  warehouse_id bigint not null,
  variation_id bigint not null,
  quantity integer not null check (quantity > 0),
  -- Who packed the last of them, and when.
  packed_by bigint not null,
  packed_at timestamptz not null,
  primary key (shop_id, order_id, warehouse_id, variation_id),
  foreign key (shop_id, order_id) references orders on delete cascade,
  foreign key (shop_id, warehouse_id) references warehouses,
  foreign key (shop_id, variation_id) references product_variations,
  foreign key (shop_id, packed_by) references users
);

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

-- What couriers and staff say of parcels, and when couriers are asked.

create table tracking_events (
  shop_id bigint not null,
  order_id bigint not null,
  number smallint not null,
  -- The same whenever the same is said again
  event_id text not null,
  source text not null check (source in ('VENDOR', 'STAFF')),
  -- What the vendor was asked of: it counts while the parcel has this number; null: said of the parcel itself
  awb_number text,
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

-- Spreadsheets of AWB numbers: what each row sets, and after it was applied what it has set, so that it can be undone.

create table awb_imports (
  shop_id bigint not null references shops(id),
  id bigint not null generated always as identity,
  file_name text not null,
  status text not null check (status in ('READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
  titles jsonb not null,
  row_total integer not null,
  job_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, created_by) references users(shop_id, id)
);
create index awb_imports_newest on awb_imports (shop_id, created_at desc, id desc);

-- The order is null where none was found.
create table awb_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text not null check (outcome in ('MATCHED', 'UNCHANGED', 'WRONG', 'PASSED_OVER', 'APPLIED', 'UNDONE', 'KEPT')),
  -- Code and values of what is wrong, and the parcels that are meant perhaps
  fault jsonb,
  candidates jsonb not null default '[]',
  awb_number text,
  order_id bigint,
  shipment smallint,
  po_number bigint,
  matched_by text check (matched_by in ('ORDER_NUMBER', 'PHONE')),
  -- Of the parcel when its number was set: undoing leaves alone what has gone on since
  shipping_status text,
  primary key (shop_id, import_id, row_number),
  foreign key (shop_id, import_id) references awb_imports(shop_id, id) on delete cascade
);
create index awb_import_rows_outcome on awb_import_rows (shop_id, import_id, outcome, row_number);

-- Orders that wait for an AWB number, by the phone number that couriers write in their lists.
create index orders_awaiting_awb on orders (shop_id, receiver_phone, id desc)
  where order_status = 'ACCEPTED' and awb_number is null;

-- Parcels that come back to the shop: what became of each unit, and what it cost.

create table parcel_returns (
  shop_id bigint not null,
  id bigint generated by default as identity,
  order_id bigint not null,
  -- Number of the shipment within the order
  shipment smallint not null,
  state text not null check (state in ('ANNOUNCED', 'ON_THE_WAY', 'RECEIVED', 'SETTLED', 'CANCELED')),
  source text not null check (source in ('STAFF', 'COURIER')),
  reason text not null,
  courier_id integer not null,
  announced_at timestamptz not null,
  on_the_way_at timestamptz,
  received_at timestamptz,
  settled_at timestamptz,
  canceled_at timestamptz,
  -- null: by the courier's news
  announced_by bigint,
  received_by bigint,
  settled_by bigint,
  canceled_by bigint,
  -- It was delivered before: the receiver, who had it, sent it back
  is_sent_back boolean not null default false,
  -- Of what was received
  note text not null default '',
  -- What became of the order
  outcome text check (outcome in ('CANCEL', 'KEEP')),
  outbound_shipping_idr bigint not null default 0 check (outbound_shipping_idr >= 0),
  return_fee_idr bigint not null default 0 check (return_fee_idr >= 0),
  lost_goods_idr bigint not null default 0 check (lost_goods_idr >= 0),
  cost_idr bigint not null generated always as (outbound_shipping_idr + return_fee_idr + lost_goods_idr) stored,
  primary key (shop_id, id),
  foreign key (shop_id, order_id) references orders on delete cascade,
  foreign key (shop_id, announced_by) references users,
  foreign key (shop_id, received_by) references users,
  foreign key (shop_id, settled_by) references users,
  foreign key (shop_id, canceled_by) references users,
  check ((state = 'SETTLED') = (outcome is not null))
);
-- A parcel comes back once.
create unique index parcel_returns_once on parcel_returns (shop_id, order_id, shipment) where state <> 'CANCELED';
create index parcel_returns_of_order on parcel_returns (shop_id, order_id, shipment);
create index parcel_returns_newest on parcel_returns (shop_id, announced_at desc, id desc);
create index parcel_returns_by_state on parcel_returns (shop_id, state, announced_at desc, id desc);
create index parcel_returns_by_courier on parcel_returns (shop_id, courier_id, state, announced_at desc, id desc);

-- What was found of each line of the order, once the parcel is received.
create table parcel_return_lines (
  shop_id bigint not null,
  return_id bigint not null,
  -- Of the line within the order
  position smallint not null,
  variation_id bigint not null,
  -- Where the sellable units went
  warehouse_id bigint not null,
  sellable integer not null check (sellable >= 0),
  damaged integer not null check (damaged >= 0),
  missing integer not null check (missing >= 0),
  primary key (shop_id, return_id, position),
  foreign key (shop_id, return_id) references parcel_returns on delete cascade,
  foreign key (shop_id, variation_id) references product_variations,
  foreign key (shop_id, warehouse_id) references warehouses
);
