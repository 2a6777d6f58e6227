-- Parcels of orders. Every order has at least one, written with the order; one that is shipped from several warehouses can
-- be split. `orders.shipping_status` and `orders.awb_number` say of all of them together what lists and search need.

alter table orders add column shipment_count smallint not null default 1;

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
  primary key (shop_id, order_id, number),
  foreign key (shop_id, order_id) references orders on delete cascade
);

-- Each filter has an index in the list's order, and in each stand the others, so that pages and totals of several filters
-- are read without the rows.
create index shipments_listed on shipments (shop_id, list_status, order_date desc, order_id desc, number desc)
  include (courier_id, supplier_id, is_cod, warehouse_ids) where list_status is not null;
create index shipments_by_courier on shipments
  (shop_id, list_status, courier_id, order_date desc, order_id desc, number desc)
  include (supplier_id, is_cod, warehouse_ids) where list_status is not null;
create index shipments_by_supplier on shipments
  (shop_id, list_status, supplier_id, order_date desc, order_id desc, number desc)
  include (courier_id, is_cod, warehouse_ids) where list_status is not null;
create index shipments_by_cod on shipments
  (shop_id, list_status, is_cod, order_date desc, order_id desc, number desc)
  include (courier_id, supplier_id, warehouse_ids) where list_status is not null;
-- AWB numbers are written in any letter case, and found by how they begin.
create index shipments_by_awb on shipments (shop_id, upper(awb_number) text_pattern_ops) where awb_number is not null;
