-- Both columns of a customer's account say the same: is_active of the reference stands in activation, what became of it
-- in registration_status. The status stays where they differ.
update customers set registration_status = '0' where registration_status = '1' and email is null;
-- What a blocked customer was before, and is again when unblocked.
alter table customers add column status_before_block text check (status_before_block in ('0', '1', 'T', 'R'));
update customers set status_before_block = case when email is null then '0' else '1' end
where registration_status = '4';
update customers set activation = case coalesce(status_before_block, registration_status)
  when '1' then 'Y' when '0' then 'N' else registration_status end
where case coalesce(status_before_block, registration_status)
  when '1' then activation <> 'Y' when '0' then activation not in ('Y', 'N') else activation <> registration_status end;
-- Y alone is no account: staff keep most customers without one.
alter table customers
  add check ((registration_status = '4') = (status_before_block is not null)),
  add check (activation || coalesce(status_before_block, registration_status) in ('Y0', 'N0', 'Y1', 'TT', 'RR')),
  add check (coalesce(status_before_block, registration_status) <> '1' or email is not null);

-- A blocked account keeps its email for itself; who has no account shares it freely.
drop index customers_account_email;
create unique index customers_account_email on customers (shop_id, lower(email))
  where coalesce(status_before_block, registration_status) = '1' and archived_at is null;

-- A customer's orders in the order of their list.
drop index orders_by_sender;
create index orders_by_sender on orders (shop_id, sender_id, order_date desc, id desc);
