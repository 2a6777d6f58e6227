import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { visibleWarehouse } from '../../stock/index.ts';
import { findProducts } from './find-products.ts';
import type { ChosenProducts } from './schemas.ts';

type Choice = z.output<typeof ChosenProducts>;

/** @throws Refusal 403 if a filter would reveal purchase prices that the role cannot see */
export function checkFilters(context: Context, input: Pick<Choice, 'price'>): void {
  const value = input.price === 'NON_PROFIT' ? input.price : undefined;
  refuseHiddenFields(context, 'cost.read', [{ field: 'price', value }]);
}

/**
 * The query for the IDs of all products that match all filters, in order.
 * @throws Refusal 403 like `checkFilters`: the role may have changed since the request
 */
export async function chosenProducts(context: Context, choice: Choice) {
  checkFilters(context, choice);
  const found = await findProducts(context, choice.keyword, choice.category === 'ARCHIVED');
  return ordered(context, filtered(context, choice, found?.isCounted), choice.order_by);
}

/**
 * The query of the products that the filters let through, besides a keyword.
 * @param is_found that they have the keyword
 */
export function filtered(context: Context, input: Choice, is_found?: RawBuilder<SqlBool>) {
  const archived = input.category === 'ARCHIVED';
  let query = context.db
    .selectFrom('products as product')
    .where('product.shop_id', '=', context.shop.id)
    .where('product.archived_at', archived ? 'is not' : 'is', null);
  if (input.category === 'UNCATEGORIZED') query = query.where('product.category_id', 'is', null);
  else if (input.category !== undefined && !archived)
    query = query.where('product.category_id', '=', Number(input.category));
  if (input.type !== undefined) query = query.where('product.product_type', '=', input.type);
  // No product is sold on these channels as long as there is no integration.
  if (input.channel !== undefined) query = query.where(sql<boolean>`false`);
  // Written out, as the indexes of just these are.
  if (input.price === 'NON_SET_PRICE') query = query.where(sql<boolean>`product.lowest_price_idr = 0`);
  if (input.price === 'NON_PROFIT') query = query.where(sql<boolean>`product.lowest_margin_idr <= 0`);
  return is_found === undefined ? query : query.where(is_found);
}

/**
 * Sorts by the total of the response; products without stock count as 0. Sums the levels of the whole shop in one pass: a
 * total stored with each product would make all orders of a product wait for each other. Products and levels are combined
 * by sorting, not by a join, which took 4 s for 5,000 products when nothing was known about the tables.
 */
function byStock(context: Context, query: ReturnType<typeof filtered>, direction: 'asc' | 'desc') {
  const listed = query
    .select(['product.id', 'product.archived_at'])
    .select([sql<boolean>`true`.as('is_listed'), sql<number>`0::bigint`.as('quantity')]);
  const held = context.db
    .selectFrom('variation_texts as t')
    .innerJoin('stock_levels as level', (join) =>
      join.on('level.shop_id', '=', context.shop.id).onRef('level.variation_id', '=', 't.variation_id'),
    )
    .select(['t.product_id as id', 't.archived_at'])
    .select([sql<boolean>`false`.as('is_listed'), 'level.quantity'])
    .where('t.shop_id', '=', context.shop.id)
    .where('t.product_type', '=', 'S')
    .where('level.shop_id', '=', context.shop.id)
    .where('level.quantity', '>', 0)
    .where(visibleWarehouse(context, 'level.warehouse_id'));
  return context.db
    .selectFrom(listed.unionAll(held).as('product'))
    .groupBy(['product.id', 'product.archived_at'])
    .having(sql<boolean>`bool_or(product.is_listed)`)
    .orderBy(sql`sum(product.quantity)`, direction)
    .orderBy('product.id', direction)
    .select('product.id');
}

/** Each order ends with the id, so that pages never overlap; all but those by stock follow an index. */
export function ordered(context: Context, query: ReturnType<typeof filtered>, order_by: Choice['order_by']) {
  const listed = query.select('product.id');
  switch (order_by) {
    case 'NEWEST':
      return listed.orderBy('product.created_at', 'desc').orderBy('product.id', 'desc');
    case 'LONGEST':
      return listed.orderBy('product.created_at').orderBy('product.id');
    case 'CHEAPEST':
      return listed.orderBy('product.lowest_price_idr').orderBy('product.id');
    case 'EXPENSIVE':
      return listed.orderBy('product.lowest_price_idr', 'desc').orderBy('product.id', 'desc');
    case 'ASC':
      return listed.orderBy(sql`lower(product.name)`).orderBy('product.id');
    case 'DESC':
      return listed.orderBy(sql`lower(product.name)`, 'desc').orderBy('product.id', 'desc');
    case 'LEAST_STOCK':
      return byStock(context, query, 'asc');
    case 'MOST_STOCK':
      return byStock(context, query, 'desc');
  }
}
