import { shopFunction } from '../../../kernel/database/shop-function.ts';
import { QUARTERED, SALE_NAMES, SALES_SUMS, salesSql } from '../sales.ts';

/** So many orders, and as many sales that are taken back, are counted at once: some 20 ms. */
export const MOST_SALES_AT_ONCE = 500;

/** SQL of the periods that a sale of `kind` on the day `sold_on` is counted in: its day, month and year, and some its quarter. */
export const GRAINS = `(
    select grain, starts_on
    from (values ('D', sold_on), ('M', date_trunc('month', sold_on)::date), ('Q', date_trunc('quarter', sold_on)::date),
      ('Y', date_trunc('year', sold_on)::date)) as every (grain, starts_on)
    where grain <> 'Q' or kind = '${QUARTERED}'
  ) as period`;

const taken = SALES_SUMS.map((sum) => `-taken.${sum}`).join(', ');

/**
 * Adds sales of a shop that are yet to be counted to its tallies, and takes off what is to be taken back. Orders that somebody is
 * changing at this moment are left for later.
 */
export const foldSales = shopFunction<{ folded: number }, { shop_id: number }>(
  'fold_sales',
  { takes: { shop_id: 'bigint' }, returns: { folded: 'bigint' } },
  (given, result) => `declare
  due_ids bigint[];
  last_id bigint;
begin
  select array_agg(due.order_id) into due_ids from (
    select order_id from sales_to_count where shop_id = ${given.shop_id} order by order_id
    limit ${MOST_SALES_AT_ONCE} for update skip locked) as due;
  select max(oldest.id), greatest(count(*), coalesce(cardinality(due_ids), 0)) into last_id, ${result.folded} from (
    select id from sales_to_take_back where shop_id = ${given.shop_id} order by id limit ${MOST_SALES_AT_ONCE}) as oldest;
  if ${result.folded} = 0 then return; end if;

  -- A statement of its own: it sees the orders as they were committed before they were locked above.
  with taken_back as (
    delete from sales_to_take_back where shop_id = ${given.shop_id} and id <= last_id returning *
  ), sold as (
    select ${SALE_NAMES} from (${salesSql({ shop_id: given.shop_id, chosen: 'o.id = any(due_ids)' })}) as counted
    union all
    select kind, sold_on, subject_id, category_id, ${taken} from taken_back as taken
  )
  insert into sales_tallies as stored (shop_id, kind, grain, starts_on, subject_id, category_id, ${SALES_SUMS.join(', ')})
  select ${given.shop_id}, sold.kind, period.grain, period.starts_on, sold.subject_id, sold.category_id,
    ${SALES_SUMS.map((sum) => `sum(sold.${sum})`).join(', ')}
  from sold cross join lateral ${GRAINS}
  group by sold.kind, period.grain, period.starts_on, sold.subject_id, sold.category_id
  on conflict (shop_id, kind, grain, starts_on, subject_id, category_id) do update set
    ${SALES_SUMS.map((sum) => `${sum} = stored.${sum} + excluded.${sum}`).join(', ')};

  delete from sales_to_count where shop_id = ${given.shop_id} and order_id = any(due_ids);
end`,
);
