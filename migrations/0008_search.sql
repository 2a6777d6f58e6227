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

-- One narrow row for each variation with all that a search of many reads. Stored by
-- src/modules/catalog/store-variation-texts.ts.
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

-- One narrow row for each order with all that a search of many reads, written with the order: a payment or a change of
-- status leaves it, and its index, alone.
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
-- that beginnings of words can be looked for. The SKUs stand there without their dashes too. `product_text` has the goods
-- and, after a tab, their SKUs.
create function order_search_text(po_number bigint, sender_name text, receiver_name text, sender_phone text,
  receiver_phone text, awb_number text, marketplace_awb text, product_text text) returns text
language sql immutable parallel safe
return search_form(concat(
  ' ', po_number,
  E'\t ', sender_name, ' ' || nullif(receiver_name, sender_name),
  E'\t ', sender_phone, ' ' || nullif(receiver_phone, sender_phone),
  E'\t ', awb_number, ' ' || marketplace_awb,
  ' ' || nullif(translate(awb_number, '-./ ', ''), awb_number),
  ' ' || nullif(translate(marketplace_awb, '-./ ', ''), marketplace_awb),
  E'\t ', split_part(product_text, E'\t', 1),
  E'\t ', split_part(product_text, E'\t', 2),
  ' ' || nullif(translate(split_part(product_text, E'\t', 2), '-_./#:+', ''), split_part(product_text, E'\t', 2))));

-- One narrow row for each customer of the list with all that a search reads, written with the customer: an order, which
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
create function customer_search_text(name text, phone text, email text, address text) returns text
language sql immutable parallel safe
return search_form(concat(
  ' ', translate(name, E'\t\n', '  '), E'\t ', phone, E'\t ', email, E'\t ', translate(address, E'\t\n', '  ')));
