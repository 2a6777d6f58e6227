-- Stock: levels and their ledger, transfers, counts, notices.

-- The ledger is the truth; levels are its sums, moved by the same statement.
create table stock_levels (
  shop_id bigint not null,
  variation_id bigint not null,
  warehouse_id bigint not null,
  quantity bigint not null constraint stock_levels_not_negative check (quantity >= 0),
  -- Of its newest movement: none is earlier than the one before, however long each waited for the level.
  moved_at timestamptz not null default '-infinity',
  primary key (shop_id, variation_id, warehouse_id),
  foreign key (shop_id, variation_id) references product_variations,
  foreign key (shop_id, warehouse_id) references warehouses
) with (fillfactor = 70);

create table stock_ledger (
  shop_id bigint not null,
  variation_id bigint not null,
  id bigint generated always as identity,
  warehouse_id bigint not null,
  order_id bigint,
  reason text not null check (reason in
    ('INITIAL', 'ADJUSTMENT', 'TRANSFER', 'SYNC', 'OPNAME', 'IMPORT', 'ORDER', 'ORDER EDIT', 'ORDER CANCEL',
      'ORDER RETURN')),
  description text not null,
  quantity_in bigint not null default 0 check (quantity_in >= 0),
  quantity_out bigint not null default 0 check (quantity_out >= 0),
  balance_after bigint not null check (balance_after >= 0),
  user_id bigint,
  created_at timestamptz not null,
  -- In the order of time, as the history has it.
  primary key (shop_id, variation_id, created_at, id),
  foreign key (shop_id, variation_id, warehouse_id) references stock_levels,
  foreign key (shop_id, order_id) references orders
);
-- An order that is deleted for good leaves its ledger rows, which say its number, without it.
create index stock_ledger_order on stock_ledger (shop_id, order_id) where order_id is not null;

-- Goods moved from one warehouse to another, with what was asked for and by whom.
create table stock_transfers (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  origin_warehouse_id bigint not null,
  destination_warehouse_id bigint not null,
  description text not null,
  variation_total integer not null check (variation_total > 0),
  -- The job that moves a large one, and the moment at which the goods had moved.
  job_id bigint,
  finished_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, origin_warehouse_id) references warehouses,
  foreign key (shop_id, destination_warehouse_id) references warehouses,
  foreign key (shop_id, created_by) references users,
  check (origin_warehouse_id <> destination_warehouse_id)
);
create index stock_transfers_newest on stock_transfers (shop_id, created_at desc, id desc);

create table stock_transfer_lines (
  shop_id bigint not null,
  transfer_id bigint not null,
  id bigint generated always as identity,
  variation_id bigint not null,
  quantity bigint not null check (quantity > 0),
  primary key (shop_id, transfer_id, id),
  foreign key (shop_id, transfer_id) references stock_transfers,
  foreign key (shop_id, variation_id) references product_variations
);

-- A count of a warehouse: each line keeps what was counted, and what the system held when that was set.
create table stock_opnames (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  warehouse_id bigint not null,
  description text not null,
  variation_total integer not null check (variation_total > 0),
  -- Lines that have been set, the job that sets those of a large one, and the moment at which all were.
  processed integer not null default 0 check (processed between 0 and variation_total),
  job_id bigint,
  finished_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, warehouse_id) references warehouses,
  foreign key (shop_id, created_by) references users
);
create index stock_opnames_newest on stock_opnames (shop_id, created_at desc, id desc);

create table stock_opname_lines (
  shop_id bigint not null,
  opname_id bigint not null,
  id bigint generated always as identity,
  variation_id bigint not null,
  system_quantity bigint check (system_quantity >= 0),
  counted_quantity bigint not null check (counted_quantity >= 0),
  -- The stock when it was counted, as the count says; null: the stock when it is set.
  seen_quantity bigint check (seen_quantity >= 0),
  primary key (shop_id, opname_id, id),
  foreign key (shop_id, opname_id) references stock_opnames,
  foreign key (shop_id, variation_id) references product_variations
);
create index stock_opname_lines_open on stock_opname_lines (shop_id, opname_id, id) where system_quantity is null;

-- Which emptying of a variation the owner was told of last, by the ledger's row that had brought its goods.
create table stock_notices (
  shop_id bigint not null,
  variation_id bigint not null,
  ledger_id bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, variation_id),
  foreign key (shop_id, variation_id) references product_variations
);
