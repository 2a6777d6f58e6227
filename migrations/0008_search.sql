-- Search of products, variations, orders and customers by any parts of words: one rule for every list, and one narrow row
-- for each object with all that a search of many reads.

-- A text as search sees it: case, accents and width don't matter.
create function search_form(words text) returns text
language sql immutable parallel safe
return case
  -- Plain ASCII, as most texts are, has nothing to take off.
  when octet_length(words) = char_length(words) then lower(words)
  else lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g'))
end;

-- What search looks at in a variation. The SKU stands there without its dashes too.
create function variation_search_text(name text, color text, size text, sku text) returns text
language sql immutable parallel safe
return search_form(concat_ws(' ', name, color, size, sku, nullif(translate(sku, '-_./ #:+', ''), sku)));

-- All runs of one, two and three characters without a blank, each as a number led by the shop: so an index of
-- them finds parts of any length, of signs as well as of letters, and reads nothing of other shops. Two runs
-- may have one number (characters count modulo 16384): whoever asks compares the text itself too.
create function search_grams(shop_id bigint, form text) returns bigint[]
language plpgsql immutable parallel safe as $$
declare
  shop constant bigint := (shop_id % 2097152) << 42;
  grams bigint[] := '{}';
  sign text;
  code bigint;
  before bigint := 0;
  before_that bigint := 0;
begin
  foreach sign in array string_to_array(form, null) loop
    if sign = ' ' then
      before := 0;
      before_that := 0;
      continue;
    end if;
    code := ascii(sign) % 16384;
    grams := grams || (shop + code);
    if before > 0 then grams := grams || (shop + (before << 14) + code); end if;
    if before_that > 0 then grams := grams || (shop + (before_that << 28) + (before << 14) + code); end if;
    before_that := before;
    before := code;
  end loop;
  return grams;
end $$;

-- The grams that a text must have to hold a word: its longest ones, which few texts have, and of those so many
-- as cover it side by side: each more would be read, and hardly leave out more.
create function word_grams(shop_id bigint, form text) returns bigint[]
language sql immutable parallel safe
return (
  select array_agg(gram)
  from (select greatest(1, least(length(form), 3)) as size) as word,
    generate_series(0, (length(form) - 1) / size) as part,
    lateral (select substr(form, least(part * size, length(form) - size) + 1, size) as run) as piece,
    lateral (select max(gram) as gram from unnest(search_grams(shop_id, run)) as gram) as longest
);

-- One narrow row for each variation with all that a search of many reads. Kept by the triggers below.
create table variation_texts (
  shop_id bigint not null,
  variation_id bigint not null,
  product_id bigint not null,
  position smallint not null,
  product_type text not null,
  product_created_at timestamptz not null,
  archived_at timestamptz,
  search_text text collate "C" not null,
  primary key (shop_id, variation_id),
  foreign key (shop_id, variation_id) references product_variations on delete cascade
);
create index variation_texts_newest on variation_texts
  (shop_id, product_created_at desc, product_id desc, position, variation_id) where archived_at is null;
create index variation_texts_product on variation_texts (shop_id, product_id);
-- What waits in the index's pending list is read by every search: it stays short.
create index variation_texts_search on variation_texts using gin (search_grams(shop_id, search_text))
  with (gin_pending_list_limit = 512);

-- The words of the shop's names, colours and sizes, which slips of typing are corrected to. Words are never
-- taken out: one that is in no name any more finds nothing. Not unique, so that two who bring the same word
-- at once don't wait for each other.
create table search_words (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  word text collate "C" not null,
  primary key (shop_id, id)
);
create index search_words_word on search_words (shop_id, word);
create index search_words_like on search_words using gin (shop_id, word gin_trgm_ops);

-- Writes the texts of variations, and the words in them, after a statement that wrote variations or names. Each row is
-- looked up by its key (`offset 0` keeps a lateral one from being joined in another way), whatever is known of the tables
-- (src/kernel/database/statistics.ts): 3,000 variations took 7.2 s where nothing was known, 0.2 s so.
create function keep_variation_texts(wanted_shop_ids bigint[], variation_ids bigint[]) returns void
language sql set enable_seqscan = off as $$
  with variation as materialized (
    select v.shop_id, v.id, v.product_id, v.position, v.archived_at, v.color, v.size, v.sku, p.name, p.product_type,
      p.created_at
    from unnest(wanted_shop_ids, variation_ids) as wanted (shop_id, id)
    cross join lateral (
      select * from product_variations v where v.shop_id = wanted.shop_id and v.id = wanted.id offset 0) as v
    cross join lateral (
      select * from products p where p.shop_id = wanted.shop_id and p.id = v.product_id offset 0) as p
  ),
  words as (
    insert into search_words (shop_id, word)
    select brought.shop_id, brought.word
    from (
      select distinct v.shop_id, found.word[1] collate "C" as word
      from (select distinct shop_id, search_form(concat_ws(' ', name, color, size)) as form from variation) as v,
        regexp_matches(v.form, '[[:alpha:]]{3,40}', 'g') as found (word)
    ) as brought
    left join lateral (
      select 1 as one from search_words known where known.shop_id = brought.shop_id and known.word = brought.word limit 1
    ) as known on true
    where known.one is null
  )
  insert into variation_texts (shop_id, variation_id, product_id, position, product_type, product_created_at,
    archived_at, search_text)
  select shop_id, id, product_id, position, product_type, created_at, archived_at,
    variation_search_text(name, color, size, sku)
  from variation
  on conflict (shop_id, variation_id) do update
  set product_type = excluded.product_type, archived_at = excluded.archived_at, search_text = excluded.search_text
$$;

create function keep_added_variation_texts() returns trigger language plpgsql as $$
begin
  perform keep_variation_texts(array_agg(shop_id), array_agg(id)) from added;
  return null;
end $$;

-- The plans of these two are made when they are first called, perhaps for one row, and kept: not as a loop within a loop.
create function keep_changed_variation_texts() returns trigger language plpgsql
set enable_nestloop = off as $$
begin
  perform keep_variation_texts(array_agg(now.shop_id), array_agg(now.id))
  from now join was using (shop_id, id)
  where (now.color, now.size, now.sku) is distinct from (was.color, was.size, was.sku)
    or now.archived_at is distinct from was.archived_at
  having count(*) > 0;
  return null;
end $$;

create function keep_product_variation_texts() returns trigger language plpgsql
set enable_nestloop = off set enable_seqscan = off as $$
begin
  perform keep_variation_texts(array_agg(now.shop_id), array_agg(v.id))
  from now join was using (shop_id, id)
  cross join lateral (
    select v.id from product_variations v where v.shop_id = now.shop_id and v.product_id = now.id offset 0) as v
  where (now.name, now.product_type) <> (was.name, was.product_type)
  having count(*) > 0;
  return null;
end $$;

create trigger product_variations_added after insert on product_variations
  referencing new table as added for each statement execute function keep_added_variation_texts();
create trigger product_variations_changed after update on product_variations
  referencing old table as was new table as now for each statement execute function keep_changed_variation_texts();
create trigger products_changed after update on products
  referencing old table as was new table as now for each statement execute function keep_product_variation_texts();

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
create index order_texts_by_date on order_texts (shop_id, order_date desc, order_id desc) where is_listed;
-- Words that many orders hold are looked up quarter by quarter (91 days), from the newest on, until there are enough; the
-- others, of which a quarter has next to none, in all quarters at once. One index serves both: each row of it is of the
-- shop, of the shop's quarter and of the pieces of its words. PostgreSQL puts two indexes together, this one of a word and
-- the other of some days, only where they have no condition in common: hence the sum.
create index order_texts_words on order_texts
  using gin ((shop_id + 0), (shop_id * 1000 + (order_date - date '2000-01-01') / 91), search_text gin_trgm_ops)
  with (gin_pending_list_limit = 512);

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

-- One narrow row for each customer of the list with all that a search reads, kept by the triggers below: an order, which
-- changes when its customer ordered last, leaves it and its index alone.
create table customer_texts (
  shop_id bigint not null,
  customer_id bigint not null,
  search_text text collate "C" not null,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers on delete cascade
);
create index customer_texts_search on customer_texts using gin (shop_id, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 512);
-- Whole names, as chat messages have them.
create index customer_texts_name on customer_texts (shop_id, left(split_part(search_text, E'\t', 1), 200));

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
