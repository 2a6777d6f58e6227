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

-- Each filter and sort of the list of customers has an index.
drop index customers_newest;
drop index customers_category;
drop index customers_last_order;
create index customers_newest on customers (shop_id, created_at desc, id desc) where archived_at is null;
create index customers_category on customers (shop_id, category_code, created_at desc, id desc)
  where archived_at is null;
create index customers_last_order on customers (shop_id, last_order_at desc nulls last, id desc)
  where archived_at is null;
create index customers_status on customers (shop_id, registration_status, created_at desc, id desc)
  where archived_at is null;

-- One narrow row for each customer of the list with all that a search reads, kept by the triggers below: an order, which
-- changes when its customer ordered last, leaves it and its index alone.
create table customer_texts (
  shop_id bigint not null,
  customer_id bigint not null,
  search_text text collate "C" not null,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers on delete cascade
);

-- Four parts with a tab between: name, phone, email, address. A blank stands before each word, so that beginnings of
-- words can be looked for.
create function customer_search_text(c customers) returns text
language sql immutable parallel safe
return search_form(concat(
  ' ', translate(c.name, E'\t\n', '  '), E'\t ', c.phone, E'\t ', c.email, E'\t ', translate(c.address, E'\t\n', '  ')));

create function keep_customer_text() returns trigger language plpgsql as $$
begin
  if new.archived_at is null then
    insert into customer_texts (shop_id, customer_id, search_text)
    values (new.shop_id, new.id, customer_search_text(new))
    on conflict (shop_id, customer_id) do update set search_text = excluded.search_text;
  else
    delete from customer_texts where shop_id = new.shop_id and customer_id = new.id;
  end if;
  return null;
end $$;

create trigger customers_text_added after insert on customers for each row execute function keep_customer_text();
create trigger customers_text_changed after update on customers for each row
  when ((old.name, old.phone, old.email, old.address, old.archived_at)
    is distinct from (new.name, new.phone, new.email, new.address, new.archived_at))
  execute function keep_customer_text();

insert into customer_texts (shop_id, customer_id, search_text)
select c.shop_id, c.id, customer_search_text(c) from customers c where c.archived_at is null;

create index customer_texts_search on customer_texts using gin (shop_id, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 512);
-- Whole names, as chat messages have them.
create index customer_texts_name on customer_texts (shop_id, left(split_part(search_text, E'\t', 1), 200));
drop index customers_search;
