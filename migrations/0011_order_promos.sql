-- Which promo lowered a line or the shipping. The discount itself is in the line's discount_idr and the order's
-- shipping_discount_idr; that the promo was used is in promo_uses as long as the order stands.
alter table order_lines add column promo_id bigint;
alter table order_lines add foreign key (shop_id, promo_id) references promos;
alter table orders add column shipping_promo_id bigint;
alter table orders add foreign key (shop_id, shipping_promo_id) references promos;
