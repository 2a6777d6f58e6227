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
