-- Plans that do not depend on statistics: see src/kernel/database/statistics.ts.

-- Each row is looked up by its key (`offset 0` keeps a lateral one from being joined in another way), whatever is known
-- of the tables: 3,000 variations took 7.2 s where nothing was known, 0.2 s so.
create or replace function keep_variation_texts(wanted_shop_ids bigint[], variation_ids bigint[]) returns void
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

-- The plans of these two are made when they are first called, perhaps for one row, and kept: not as a loop within a loop.
create or replace function keep_changed_variation_texts() returns trigger language plpgsql
set enable_nestloop = off as $$
begin
  perform keep_variation_texts(array_agg(now.shop_id), array_agg(now.id))
  from now join was using (shop_id, id)
  where (now.color, now.size, now.sku) is distinct from (was.color, was.size, was.sku)
    or now.archived_at is distinct from was.archived_at
  having count(*) > 0;
  return null;
end $$;

create or replace function keep_product_variation_texts() returns trigger language plpgsql
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

-- For lists by outcome only: an update of some rows by their numbers must not take it for the primary key.
drop index product_import_rows_outcome;
create index product_import_rows_outcome on product_import_rows (shop_id, import_id, outcome, row_number)
  where outcome is not null;
