-- What a shop sells: categories, products, variations, their pictures, and products by sheet.

create table product_categories (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  name text not null,
  created_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index product_categories_name_unique on product_categories (shop_id, lower(name));

create table products (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  name text not null,
  product_type text not null check (product_type in ('S', 'R', 'PO')),
  category_id bigint,
  description text not null default '',
  preorder_unit text check (preorder_unit in ('day', 'week')),
  preorder_number smallint,
  preorder_starts_on date,
  preorder_ends_on date,
  discount_idr bigint not null default 0 check (discount_idr >= 0),
  weight_grams integer not null default 0 check (weight_grams >= 0),
  -- Of one unit as it is packed; null: not known
  length_cm smallint check (length_cm between 1 and 500),
  width_cm smallint check (width_cm between 1 and 500),
  height_cm smallint check (height_cm between 1 and 500),
  wholesale_enabled boolean not null default false,
  uses_warehouses boolean not null default false,
  is_published boolean not null default false,
  shows_stock boolean not null default false,
  has_variations boolean not null default false,
  lowest_price_idr bigint not null,
  created_by bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  -- The least that a variation of the product earns, for the filter of products sold without profit.
  lowest_margin_idr bigint not null default 0,
  primary key (shop_id, id),
  foreign key (shop_id, category_id) references product_categories,
  foreign key (shop_id, created_by) references users,
  check ((product_type = 'PO') = (preorder_unit is not null)),
  check ((preorder_unit is null) = (preorder_number is null))
);
create index products_newest on products (shop_id, created_at desc, id desc) where archived_at is null;
create index products_archived on products (shop_id, created_at desc, id desc) where archived_at is not null;
create index products_name on products (shop_id, lower(name), id) where archived_at is null;
create index products_price on products (shop_id, lowest_price_idr, id) where archived_at is null;
create index products_category on products (shop_id, category_id, created_at desc, id desc) where archived_at is null;
-- Those of deleted products too: what a category that is deleted still stands in.
create index products_of_category on products (shop_id, category_id) where category_id is not null;
create index products_type on products (shop_id, product_type, created_at desc, id desc) where archived_at is null;
create index products_without_price on products (shop_id, created_at desc, id desc)
  where archived_at is null and lowest_price_idr = 0;
create index products_without_profit on products (shop_id, created_at desc, id desc)
  where archived_at is null and lowest_margin_idr <= 0;

create table product_wholesales (
  shop_id bigint not null,
  id bigint generated always as identity,
  product_id bigint not null,
  from_quantity integer not null check (from_quantity >= 1),
  to_quantity integer not null,
  price_idr bigint not null check (price_idr >= 0),
  primary key (shop_id, id),
  foreign key (shop_id, product_id) references products,
  check (to_quantity >= from_quantity)
);
create index product_wholesales_product on product_wholesales (shop_id, product_id, from_quantity);

create table product_variations (
  shop_id bigint not null,
  id bigint generated always as identity,
  product_id bigint not null,
  position smallint not null,
  sku text not null,
  images text[] not null default '{}',
  primary_image smallint not null default 0,
  price_buy_idr bigint not null check (price_buy_idr >= 0),
  price_idr bigint not null check (price_idr >= 0),
  price1_idr bigint not null default 0 check (price1_idr >= 0),
  price2_idr bigint not null default 0 check (price2_idr >= 0),
  price3_idr bigint not null default 0 check (price3_idr >= 0),
  price_reseller_idr bigint not null default 0 check (price_reseller_idr >= 0),
  weight_grams integer not null check (weight_grams >= 0),
  size text not null default '',
  color text not null default '',
  is_in_stock boolean not null default true,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, product_id) references products
);
-- An archived variation frees its SKU.
create unique index product_variations_sku_unique on product_variations (shop_id, lower(sku)) where archived_at is null;
create index product_variations_product on product_variations (shop_id, product_id, position);

-- Pictures that the shop's products may show. A row is older than its files, and goes after them, so that no
-- file is forgotten. check_at is when it is looked whether any product still shows it: a picture that a product
-- was just saved with is not due. removed_at: its files are being removed, and no product may be given it.
create table product_pictures (
  shop_id bigint not null references shops,
  -- Name of its files without size and format, as '7/product/3f…'
  name text not null,
  -- Of the file that was sent, so that the same sent twice is kept once.
  content_hash bytea not null,
  width_px integer not null,
  height_px integer not null,
  stored_at timestamptz,
  check_at timestamptz not null,
  removed_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, name),
  foreign key (shop_id, created_by) references users
);
create index product_pictures_content on product_pictures (shop_id, content_hash);
create index product_pictures_due on product_pictures (check_at);
-- They are swept shop by shop.
create index product_pictures_due_of_shop on product_pictures (shop_id, check_at);

-- Products by sheet: the rows as they were sent, what they would do, and what they did.
create table product_imports (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  file_name text not null,
  status text not null
    check (status in ('UNMAPPED', 'CHECKING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
  -- The columns of the file: {index, title, read_as, known_by, samples}.
  columns jsonb not null,
  -- Rows above the titles and sheets that are not read: {sheet, row, text}.
  passed_over jsonb not null,
  -- Categories that the shop does not have yet, by name; when applied, the ids of those added.
  new_categories text[] not null default '{}',
  added_category_ids bigint[] not null default '{}',
  row_total integer not null check (row_total >= 0),
  -- How many of the rows do what, counted when all have been looked at.
  rows_created integer not null default 0,
  rows_changed integer not null default 0,
  rows_unchanged integer not null default 0,
  rows_wrong integer not null default 0,
  rows_passed integer not null default 0,
  -- The job that works on it now, or did last.
  job_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  -- The newest entry of the stock ledger when it had been applied: what is newer for its goods, others did.
  ledger_at timestamptz,
  ledger_id bigint,
  primary key (shop_id, id),
  foreign key (shop_id, created_by) references users
);
create index product_imports_newest on product_imports (shop_id, created_at desc, id desc);

create table product_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  -- The first row of its product.
  product_row integer not null,
  -- As in the file, by the index of their column.
  cells jsonb not null,
  outcome text check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG', 'PASSED_OVER')),
  -- {column, en, id} for each cell at fault; of a row passed over, why.
  faults jsonb not null default '[]',
  product_id bigint,
  variation_id bigint,
  -- What a changed variation and its product were, to be put back.
  before jsonb,
  primary key (shop_id, import_id, row_number),
  foreign key (shop_id, import_id) references product_imports on delete cascade
);
-- For lists by outcome only: an update of some rows by their numbers must not take it for the primary key.
create index product_import_rows_outcome on product_import_rows (shop_id, import_id, outcome, row_number)
  where outcome is not null;
-- Product by product, wherever their rows stand.
create index product_import_rows_products on product_import_rows (shop_id, import_id, product_row, row_number);

-- What a shop chose for the columns of files with the same titles, by title.
create table product_import_layouts (
  shop_id bigint not null references shops,
  -- SHA-256 of the titles.
  layout text not null,
  columns jsonb not null,
  kept_at timestamptz not null,
  primary key (shop_id, layout)
);
