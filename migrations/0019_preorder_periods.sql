-- When the preorders of an order that have a period ship, whatever is paid: the estimate is the later of this day and
-- the days of the others after the first payment, so that it can follow the payments.
alter table orders add column preorder_period_on date;
-- Where goods of both kinds stand in an order, the later day hides the other: a day that a payment explains came of it.
update orders set preorder_period_on = estimated_ship_on
where estimated_ship_on is not null
  and not exists (
    select from order_payments p
    where p.shop_id = orders.shop_id and p.order_id = orders.id
      and p.paid_on + orders.preorder_lead_days = orders.estimated_ship_on
  );
