-- What a shop uses couriers with. Couriers and their services are reference data of the product.

-- How couriers charge a shop, where that differs from the values that the product starts with (null).
create table courier_charges (
  shop_id bigint not null references shops,
  courier_id integer not null,
  tolerance_grams integer check (tolerance_grams between 0 and 10000),
  minimum_kg integer check (minimum_kg between 1 and 1000),
  rounding_grams integer check (rounding_grams between 1 and 10000),
  volumetric_cm3_per_kg integer check (volumetric_cm3_per_kg between 1000 and 100000),
  -- Rates in basis points: 100 is one percent.
  insurance_bp integer check (insurance_bp between 0 and 10000),
  insurance_fixed_idr bigint check (insurance_fixed_idr >= 0),
  insurance_minimum_idr bigint check (insurance_minimum_idr >= 0),
  insurance_above_idr bigint check (insurance_above_idr >= 0),
  insurance_basis text check (insurance_basis in ('GOODS', 'GOODS_AND_SHIPPING')),
  cod_fee_bp integer check (cod_fee_bp between 0 and 5000),
  cod_fee_minimum_idr bigint check (cod_fee_minimum_idr >= 0),
  cod_fee_payer text check (cod_fee_payer in ('SELLER', 'BUYER')),
  return_fee_bp integer check (return_fee_bp between 0 and 10000),
  packing_fixed_idr bigint check (packing_fixed_idr >= 0),
  packing_idr_per_kg bigint check (packing_idr_per_kg >= 0),
  primary key (shop_id, courier_id)
);
