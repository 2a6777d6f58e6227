-- The shop's own tariff. destination: official code of a district (6 digits) or city (4 digits), or a zone; origin_code: of a
-- district or city, 0 is anywhere.
create table tariffs (
  shop_id bigint not null references shops(id),
  service_id bigint not null,
  destination text collate "C" not null,
  origin_code integer not null,
  first_kg_idr bigint not null check (first_kg_idr >= 0),
  next_kg_idr bigint not null check (next_kg_idr >= 0),
  min_kg integer not null check (min_kg >= 1),
  min_days smallint check (min_days >= 0),
  max_days smallint check (max_days >= min_days),
  updated_at timestamptz not null,
  primary key (shop_id, service_id, destination, origin_code)
);

create table tariff_imports (
  shop_id bigint not null references shops(id),
  id bigint not null generated always as identity,
  file_name text not null,
  status text not null check (status in ('READY', 'APPLYING', 'APPLIED')),
  titles jsonb not null,
  row_total integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  wrong integer not null default 0,
  job_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, created_by) references users(shop_id, id)
);
create index tariff_imports_newest on tariff_imports (shop_id, created_at desc, id desc);

-- What a row sets is null where the row is wrong.
create table tariff_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG')),
  faults jsonb not null default '[]',
  service_id bigint,
  destination text collate "C",
  origin_code integer,
  first_kg_idr bigint,
  next_kg_idr bigint,
  min_kg integer,
  min_days smallint,
  max_days smallint,
  primary key (shop_id, import_id, row_number),
  foreign key (shop_id, import_id) references tariff_imports(shop_id, id) on delete cascade
);
create index tariff_import_rows_outcome on tariff_import_rows (shop_id, import_id, outcome, row_number);

-- What vendors have answered, for as long as they let it be kept.
create table vendor_rates (
  shop_id bigint not null references shops(id),
  origin_code integer not null,
  destination_code integer not null,
  -- In steps of 100 g
  weight_class integer not null,
  -- Size, value class and the couriers that were asked
  content_class text collate "C" not null,
  is_cod boolean not null,
  vendor text not null,
  rates jsonb not null,
  expires_at timestamptz not null,
  primary key (shop_id, origin_code, destination_code, weight_class, content_class, is_cod, vendor)
);
create index vendor_rates_expiry on vendor_rates ((expires_at at time zone 'UTC'));
