-- Orders with all that belongs to them are listed by the moment at which they were made, of every status. Each filter
-- of that list has an index in its order, and in each stand the others, so that orders of which several are asked are
-- found, and counted, without reading them.
create index orders_made_by_status on orders (shop_id, order_status, created_at desc, id desc)
  include (payment_status, order_progress_status, order_category);
create index orders_made_by_payment on orders (shop_id, payment_status, created_at desc, id desc)
  include (order_status, order_progress_status, order_category);
create index orders_made_by_progress on orders (shop_id, order_progress_status, created_at desc, id desc)
  include (order_status, payment_status, order_category);
create index orders_made_by_category on orders (shop_id, order_category, created_at desc, id desc)
  include (order_status, payment_status, order_progress_status);
