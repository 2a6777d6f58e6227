-- no transaction
-- What customers owe, by customer and age: of orders that were accepted and not paid, but for those that a courier collects.
create index concurrently orders_receivable on orders (shop_id, sender_id, order_date, id)
  include (total_idr, paid_idr, order_category)
  where order_status = 'ACCEPTED' and not is_cod and paid_idr < total_idr;
