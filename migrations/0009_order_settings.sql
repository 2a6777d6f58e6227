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

-- Deleted customers leave lists, and orders go on naming them.
alter table customers add column archived_at timestamptz;
-- A customer with an account of the Storefront or Privor signs in by email.
create unique index customers_account_email on customers (shop_id, lower(email))
  where registration_status in ('1', '4') and archived_at is null;
