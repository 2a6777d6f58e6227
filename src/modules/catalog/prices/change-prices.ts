import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { emitEach } from '../../../kernel/outbox.ts';
import { lowestMarginSql, lowestPriceSql } from '../products/lowest-price.ts';
import { PRICE_COLUMNS, type PriceField } from './price-fields.ts';
import { refuseCosts } from './preview-prices.ts';
import type { ChangePricesInput, PriceChanged, PricesChanged } from './schemas.ts';

type Wanted = z.output<typeof ChangePricesInput>['prices'][number];

/** A variation that is locked by its product, with the price at hand. */
interface Known {
  id: number;
  product_id: number;
  sku: string;
  price: number;
}

/**
 * Sets a price of many variations in a fixed number of statements. Each is changed if it still is what the caller saw, and
 * answered for itself; by the same call with `from` and `to` exchanged it is put back. Orders that there are do not change.
 * @throws Refusal 403 for purchase prices of a role that cannot see them; 422 on each variation that is not the shop's or was
 *   deleted, and then none is changed
 */
export async function changePrices(
  context: Context,
  { field, prices }: z.output<typeof ChangePricesInput>,
): Promise<z.input<typeof PricesChanged>> {
  refuseCosts(context, { field, base: undefined });
  return context.transaction(async (inner) => {
    const known = await lockPrices(
      inner,
      field,
      prices.map(({ variation_id }) => variation_id),
    );
    refuseNotFound(
      prices.flatMap(({ variation_id }, place) =>
        known.has(variation_id) ? [] : [`prices.${place}.variation_id`],
      ),
    );
    const planned = prices.flatMap((wanted) => judge(wanted, known) ?? []);
    const changed = planned.flatMap(({ change }) => change ?? []);
    await writePrices(inner, field, changed);
    return { changed: changed.length, results: planned.map(({ result }) => result) };
  });
}

interface Change extends Known {
  to: number;
}

/** What becomes of a price; of two for one variation the second sees what the first made. */
function judge(
  { variation_id, from, to }: Wanted,
  known: Map<number, Known>,
): { result: z.input<typeof PriceChanged>; change?: Change } | undefined {
  const found = known.get(variation_id);
  if (found === undefined) return undefined;
  if (found.price === to) return { result: { variation_id, result: 'UNCHANGED', price: to } };
  if (found.price !== from) return { result: { variation_id, result: 'CONFLICT', price: found.price } };
  known.set(variation_id, { ...found, price: to });
  return { result: { variation_id, result: 'CHANGED', price: to }, change: { ...found, to } };
}

/** Locks the products, as every edit of one does, so that no price changes meanwhile. */
async function lockPrices(
  context: Context,
  field: PriceField,
  ids: readonly number[],
): Promise<Map<number, Known>> {
  await context.db
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('product_variations as v')
          .select('v.product_id')
          .where('v.shop_id', '=', context.shop.id)
          .where('v.id', '=', sql<number>`any(${ids}::bigint[])`),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await context.db
    .selectFrom('product_variations')
    .select(['id', 'product_id', 'sku', `${PRICE_COLUMNS[field]} as price`])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('archived_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function writePrices(context: Context, field: PriceField, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const column = PRICE_COLUMNS[field];
  // Of two for one variation the last counts.
  const last = [...new Map(changes.map((change) => [change.id, change])).values()];
  await sql`
    update product_variations as v set ${sql.ref(column)} = wanted.amount
    from unnest(${last.map(({ id }) => id)}::bigint[], ${last.map(({ to }) => to)}::bigint[]) as wanted (id, amount)
    where v.shop_id = ${context.shop.id} and v.id = wanted.id`.execute(context.db);
  const products = Map.groupBy(changes, ({ product_id }) => product_id);
  await context.db
    .updateTable('products')
    .set({
      lowest_price_idr: lowestPriceSql(context),
      lowest_margin_idr: lowestMarginSql(context),
      updated_at: context.clock.now(),
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${[...products.keys()]}::bigint[])`)
    .execute();
  await emitEach(
    context,
    'product.updated',
    [...products].map(([subject_id, of_product]) => ({
      subject_id,
      payload: {
        variations: of_product.map(({ id, sku, price, to }) => ({
          id,
          sku,
          changed: { [column]: [price, to] as [number, number] },
        })),
      },
    })),
  );
}
