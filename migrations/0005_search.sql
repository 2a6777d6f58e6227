-- Search of products and variations by any parts of words, in one rule for every list.

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
drop index products_search;
drop index product_variations_search;

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

-- Writes the texts of variations, and the words in them, after a statement that wrote variations or names.
create function keep_variation_texts(wanted_shop_ids bigint[], variation_ids bigint[]) returns void
language sql as $$
  with variation as materialized (
    select v.shop_id, v.id, v.product_id, v.position, v.archived_at, v.color, v.size, v.sku, p.name, p.product_type,
      p.created_at
    from unnest(wanted_shop_ids, variation_ids) as wanted (shop_id, id)
    join product_variations v on v.shop_id = wanted.shop_id and v.id = wanted.id
    join products p on p.shop_id = v.shop_id and p.id = v.product_id
  ),
  words as (
    insert into search_words (shop_id, word)
    select distinct v.shop_id, found.word[1]
    from (select distinct shop_id, search_form(concat_ws(' ', name, color, size)) as form from variation) as v,
      regexp_matches(v.form, '[[:alpha:]]{3,40}', 'g') as found (word)
    where not exists (select from search_words known where known.shop_id = v.shop_id and known.word = found.word[1] collate "C")
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

create function keep_changed_variation_texts() returns trigger language plpgsql as $$
begin
  perform keep_variation_texts(array_agg(now.shop_id), array_agg(now.id))
  from now join was using (shop_id, id)
  where (now.color, now.size, now.sku) is distinct from (was.color, was.size, was.sku)
    or now.archived_at is distinct from was.archived_at
  having count(*) > 0;
  return null;
end $$;

create function keep_product_variation_texts() returns trigger language plpgsql as $$
begin
  perform keep_variation_texts(array_agg(v.shop_id), array_agg(v.id))
  from now join was using (shop_id, id)
  join product_variations v on v.shop_id = now.shop_id and v.product_id = now.id
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

select keep_variation_texts(array_agg(shop_id), array_agg(id)) from product_variations;

-- The least that a variation of the product earns, for the filter of products sold without profit.
alter table products add column lowest_margin_idr bigint not null default 0;
update products set lowest_margin_idr = coalesce((
  select min(v.price_idr - v.price_buy_idr) from product_variations v
  where v.shop_id = products.shop_id and v.product_id = products.id
    and v.archived_at is not distinct from products.archived_at), 0);
create index products_type on products (shop_id, product_type, created_at desc, id desc) where archived_at is null;
create index products_without_price on products (shop_id, created_at desc, id desc)
  where archived_at is null and lowest_price_idr = 0;
create index products_without_profit on products (shop_id, created_at desc, id desc)
  where archived_at is null and lowest_margin_idr <= 0;
