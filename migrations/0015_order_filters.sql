-- Each filter of the list of orders has an index in the list's order, so that a page of a value that few orders
-- have is read, and its total counted, as fast as of one that most have, however many orders there are.

-- The web store's orders, of members and of guests, are one kind in the filter.
create index orders_by_category on orders
  (shop_id, (case when order_category in ('SF_MEMBER', 'SF_GUEST') then 'STORE_FRONT' else order_category end), order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
create index orders_by_source on orders (shop_id, order_source_id, order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
create index orders_by_maker on orders (shop_id, created_by, order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
create index orders_by_customer_category on orders (shop_id, customer_category_code, order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
create index orders_by_courier on orders (shop_id, courier_id, order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
-- An order that nothing was noted of waits for its pickup.
create index orders_by_shipping on orders
  (shop_id, coalesce(shipping_status, 'READY_TO_SHIP'), order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
create index orders_by_print on orders (shop_id, is_printed, order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
create index orders_by_stock_type on orders (shop_id, product_status, order_date desc, id desc)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');

-- What stands in many rows beside an order: the warehouses of its lines and the accounts that it was paid into. The
-- list finds by them; asking those rows order by order takes ten times as long.
alter table orders add column warehouse_ids bigint[] not null default '{}';
alter table orders add column bank_account_ids bigint[] not null default '{}';
-- product_text: names of the goods, and behind a tab their SKUs, so that each is told from the other without their lines.
update orders o set
  warehouse_ids = array(select distinct l.warehouse_id from order_lines l
    where l.shop_id = o.shop_id and l.order_id = o.id order by l.warehouse_id),
  bank_account_ids = array(select distinct p.bank_account_id from order_payments p
    where p.shop_id = o.shop_id and p.order_id = o.id order by p.bank_account_id),
  product_text = coalesce((
    select string_agg(concat_ws(' ', l.name, nullif(l.color, ''), nullif(l.size, '')), ', ' order by l.position)
      || E'\t' || string_agg(l.sku, ' ' order by l.position)
    from order_lines l where l.shop_id = o.shop_id and l.order_id = o.id), o.product_text || E'\t');
-- Those that few orders have by the first, those that many have by the second.
create index orders_by_places on orders using gin (shop_id, warehouse_ids, bank_account_ids)
  with (gin_pending_list_limit = 512)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');
drop index orders_by_date;
create index orders_by_date on orders (shop_id, order_date desc, id desc) include (warehouse_ids, bank_account_ids)
  where order_status in ('ACCEPTED', 'UNCONFIRMED');

-- One narrow row for each order with all that a search of many reads, kept by the triggers below: a payment or a
-- change of status leaves it, and its index, alone.
create table order_texts (
  shop_id bigint not null,
  order_id bigint not null,
  order_date date not null,
  -- The list shows it; those that are cancelled or rejected have a list of their own.
  is_listed boolean not null,
  search_text text collate "C" not null,
  primary key (shop_id, order_id),
  foreign key (shop_id, order_id) references orders on delete cascade
);

-- Six parts with a tab between: number, names, phones, AWB numbers, goods, SKUs. A blank stands before each word, so
-- that beginnings of words can be looked for. The SKUs stand there without their dashes too.
create function order_search_text(o orders) returns text
language sql immutable parallel safe
return search_form(concat(
  ' ', o.po_number,
  E'\t ', o.sender_name, ' ' || nullif(o.receiver_name, o.sender_name),
  E'\t ', o.sender_phone, ' ' || nullif(o.receiver_phone, o.sender_phone),
  E'\t ', o.awb_number, ' ' || o.marketplace_awb,
  E'\t ', split_part(o.product_text, E'\t', 1),
  E'\t ', split_part(o.product_text, E'\t', 2),
  ' ' || nullif(translate(split_part(o.product_text, E'\t', 2), '-_./#:+', ''), split_part(o.product_text, E'\t', 2))));

create function keep_order_text() returns trigger language plpgsql as $$
begin
  insert into order_texts (shop_id, order_id, order_date, is_listed, search_text)
  values (new.shop_id, new.id, new.order_date, new.order_status in ('ACCEPTED', 'UNCONFIRMED'), order_search_text(new))
  on conflict (shop_id, order_id) do update
  set order_date = excluded.order_date, is_listed = excluded.is_listed, search_text = excluded.search_text;
  return null;
end $$;

create trigger orders_text_added after insert on orders for each row execute function keep_order_text();
create trigger orders_text_changed after update on orders for each row
  when ((old.order_date, old.order_status, old.sender_name, old.receiver_name, old.sender_phone, old.receiver_phone,
      old.awb_number, old.marketplace_awb, old.product_text)
    is distinct from (new.order_date, new.order_status, new.sender_name, new.receiver_name, new.sender_phone,
      new.receiver_phone, new.awb_number, new.marketplace_awb, new.product_text))
  execute function keep_order_text();

insert into order_texts (shop_id, order_id, order_date, is_listed, search_text)
select o.shop_id, o.id, o.order_date, o.order_status in ('ACCEPTED', 'UNCONFIRMED'), order_search_text(o) from orders o;

create index order_texts_by_date on order_texts (shop_id, order_date desc, order_id desc) where is_listed;
-- PostgreSQL puts two indexes together, this one of a word and the other of some days, only where they have no
-- condition in common: hence the sum.
create index order_texts_search on order_texts using gin ((shop_id + 0), search_text gin_trgm_ops)
  with (gin_pending_list_limit = 512);
drop index orders_search;
alter table orders drop column search_text;
