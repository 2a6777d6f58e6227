-- Orders of every status by the moment at which they were made.
create index orders_created on orders (shop_id, created_at desc, id desc);
