-- To whom a shop sells, and on what terms: customers, order sources and costs, bank accounts, promos.

create table customer_categories (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  code text not null check (code in ('N', 'Y', 'D', '1', '2', '3')),
  name text not null,
  is_active boolean not null default true,
  discount_access boolean not null default true,
  wholesale_access boolean not null default true,
  primary key (shop_id, id),
  constraint customer_categories_code_unique unique (shop_id, code)
);

-- Both columns of a customer's account say the same: is_active of the API stands in activation, what became of it in
-- registration_status. Y alone is no account: staff keep most customers without one.
create table customers (
  shop_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  phone text not null,
  email text,
  line text,
  other text,
  address text not null,
  district_code integer references districts,
  postal_code text,
  category_code text not null,
  activation text not null check (activation in ('Y', 'N', 'R', 'T')),
  registration_status text not null default '0' check (registration_status in ('0', '1', '4', 'T', 'R')),
  last_order_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Deleted customers leave lists, and orders go on naming them.
  archived_at timestamptz,
  -- What a blocked customer was before, and is again when unblocked.
  status_before_block text check (status_before_block in ('0', '1', 'T', 'R')),
  -- How often its account was blocked or removed, and how often removed: whoever signed in, and whatever password was
  -- set, before that counts for nothing, however soon the account is back.
  account_ends integer not null default 0,
  account_removals integer not null default 0,
  primary key (shop_id, id),
  foreign key (shop_id, category_code) references customer_categories (shop_id, code),
  check ((registration_status = '4') = (status_before_block is not null)),
  check (activation || coalesce(status_before_block, registration_status) in ('Y0', 'N0', 'Y1', 'TT', 'RR')),
  check (coalesce(status_before_block, registration_status) <> '1' or email is not null)
);
create index customers_phone on customers (shop_id, phone);
-- A customer with an account of the Storefront or Privor signs in by email. A blocked account keeps its email for itself;
-- who has no account shares it freely.
create unique index customers_account_email on customers (shop_id, lower(email))
  where coalesce(status_before_block, registration_status) = '1' and archived_at is null;
-- Each filter and sort of the list of customers has an index.
create index customers_newest on customers (shop_id, created_at desc, id desc) where archived_at is null;
create index customers_category on customers (shop_id, category_code, created_at desc, id desc)
  where archived_at is null;
create index customers_last_order on customers (shop_id, last_order_at desc nulls last, id desc)
  where archived_at is null;
create index customers_status on customers (shop_id, registration_status, created_at desc, id desc)
  where archived_at is null;

create table order_sources (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  marketplace_id integer not null,
  note text not null,
  is_active boolean not null default true,
  primary key (shop_id, id)
);

-- Costs and discounts that a shop puts on orders again and again.
create table order_costs (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  category text not null check (category in ('DISCOUNT', 'OTHER COST')),
  name text not null,
  type text not null check (type in ('NOMINAL', 'PERCENTAGE')),
  nominal_idr bigint not null default 0 check (nominal_idr >= 0),
  percentage smallint not null default 0 check (percentage between 0 and 100),
  created_at timestamptz not null,
  primary key (shop_id, id),
  check (type = 'NOMINAL' or nominal_idr = 0),
  check (type = 'PERCENTAGE' or percentage = 0)
);

create table bank_accounts (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  bank_type text not null,
  type text not null check (type in ('BANK', 'PAYMENT GATEWAY')),
  account_number text not null,
  holder_name text not null,
  branch text not null,
  corporate_id text,
  created_at timestamptz not null,
  primary key (shop_id, id),
  constraint bank_accounts_number_unique unique (shop_id, bank_type, account_number)
);

-- Promos and coupons.
--
-- Two rules need more than a row: a product is in one running PROMO at a time, and a code belongs to one COUPON at
-- a time. A promo of all products clashes with every other, which no exclusion constraint can say; so whoever
-- writes a promo locks the shop's row first (as for the limit of promos a shop can have), and then looks.
create table promos (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  promo_group text not null check (promo_group in ('PROMO', 'COUPON')),
  promo_type text not null check (promo_type in ('PRODUCT', 'EXPEDITION')),
  name text not null,
  -- As the seller wrote it; customers may write it in any letter case.
  coupon_code text,
  -- From starts_at (included) to ends_at (not included); null: open.
  starts_at timestamptz not null,
  ends_at timestamptz,
  discount_type text not null check (discount_type in ('PERCENTAGE', 'NOMINAL')),
  discount_percentage smallint check (discount_percentage between 1 and 100),
  discount_max_idr bigint check (discount_max_idr > 0),
  discount_idr bigint check (discount_idr > 0),
  usage_per_customer smallint check (usage_per_customer between 1 and 9),
  quota integer check (quota > 0),
  -- How many orders use it now: always the number of its rows in promo_uses.
  used integer not null default 0 check (used >= 0),
  minimum_product integer check (minimum_product >= 0),
  minimum_transaction_idr bigint check (minimum_transaction_idr >= 0),
  is_active boolean not null,
  customer_category_codes text[] not null,
  all_products boolean not null,
  platforms text[] not null,
  courier_service_ids integer[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When it was deleted: orders still name it.
  deleted_at timestamptz,
  primary key (shop_id, id),
  constraint promos_quota_kept check (used <= quota),
  check (ends_at > starts_at),
  check ((promo_group = 'COUPON') = (coupon_code is not null)),
  check ((discount_type = 'PERCENTAGE') = (discount_percentage is not null)),
  check ((discount_type = 'NOMINAL') = (discount_idr is not null)),
  check (discount_max_idr is null or discount_type = 'PERCENTAGE')
);
create index promos_newest on promos (shop_id, created_at desc, id desc) where deleted_at is null;
create index promos_active on promos (shop_id, is_active, created_at desc, id desc) where deleted_at is null;
create index promos_coupon on promos (shop_id, lower(coupon_code)) where deleted_at is null;
-- Those that products are in, now or later.
create index promos_of_products on promos (shop_id, ends_at)
  where promo_group = 'PROMO' and promo_type = 'PRODUCT' and is_active and deleted_at is null;

-- The products of a promo that is not of all products.
create table promo_products (
  shop_id bigint not null,
  promo_id bigint not null,
  product_id bigint not null,
  primary key (shop_id, promo_id, product_id),
  foreign key (shop_id, promo_id) references promos,
  foreign key (shop_id, product_id) references products
);
create index promo_products_product on promo_products (shop_id, product_id, promo_id);

-- How often a customer uses a promo now: always the number of rows in promo_uses. What guests of the store use who write
-- the customer's phone number is counted apart: nobody has proven that it is theirs. usage_limit is the promo's
-- usage_per_customer as it was at the last use.
--
-- Quota and limit are columns checked by constraints, not counts of promo_uses, since under READ COMMITTED a
-- statement that waited for a lock counts other tables as they were before. So one statement takes a promo for an
-- order: it locks the promo's row, which gives its newest numbers, adds one to `used`, inserts the use, and inserts
-- or adds one to the customer's row (insert on conflict also works on the newest). With a quota of 50, the 51st of
-- 200 orders at once breaks promos_quota_kept, and with it goes its whole transaction. The statements stand in
-- src/modules/promos/take-promos.ts and give-back-promos.ts.
create table promo_customers (
  shop_id bigint not null,
  promo_id bigint not null,
  customer_id bigint not null,
  is_guest boolean not null default false,
  used integer not null check (used >= 0),
  usage_limit smallint,
  primary key (shop_id, promo_id, customer_id, is_guest),
  constraint promo_customers_limit_kept check (used <= usage_limit),
  foreign key (shop_id, promo_id) references promos,
  foreign key (shop_id, customer_id) references customers
);
