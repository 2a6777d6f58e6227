-- Promos and coupons, and who used them.
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
create index promos_newest on promos (shop_id, is_active, id desc) where deleted_at is null;
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

-- Which order uses which promo: a row while the order stands, none once it is cancelled or rejected.
create table promo_uses (
  shop_id bigint not null,
  order_id bigint not null,
  promo_id bigint not null,
  customer_id bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, order_id, promo_id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, promo_id) references promos,
  foreign key (shop_id, customer_id) references customers
);

-- How often a customer uses a promo now: always the number of rows in promo_uses. usage_limit is the promo's
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
  used integer not null check (used >= 0),
  usage_limit smallint,
  primary key (shop_id, promo_id, customer_id),
  constraint promo_customers_limit_kept check (used <= usage_limit),
  foreign key (shop_id, promo_id) references promos,
  foreign key (shop_id, customer_id) references customers
);
