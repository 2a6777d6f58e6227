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
