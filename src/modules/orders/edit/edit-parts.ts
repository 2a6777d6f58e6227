import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { holdWarehouses } from '../order-stock.ts';
import type { PlannedOrder } from '../place/plan-order.ts';
import type { chargeRows } from '../place/store-order.ts';
import { lineRows } from '../place/store-order.ts';

/** A line as it is kept. */
export interface KeptLine {
  variation_id: number;
  product_id: number;
  warehouse_id: number;
  quantity: number;
  name: string;
  sku: string;
  color: string;
  size: string;
  weight_grams: number;
  price_buy_idr: number;
  price_idr: number;
  discount_idr: number;
  discount_type: 'NOMINAL' | 'PERCENTAGE' | null;
  discount_percentage_bp: number | null;
  promo_id: number | null;
  /** Whether its warehouse was deleted since. */
  is_deleted: boolean;
}

/** A charge as it is kept. */
export interface KeptCharge {
  name: string;
  category: 'DISCOUNT' | 'OTHER COST' | 'INSURANCE';
  type: 'NOMINAL' | 'PERCENTAGE';
  percentage_bp: number;
  amount_idr: number;
}

/** What an order has besides its own row. */
export interface KeptParts {
  lines: KeptLine[];
  charges: KeptCharge[];
}

/** What the order has; until the transaction ends no warehouse of its lines is deleted. */
export async function loadParts(context: Context, order_id: number): Promise<KeptParts> {
  await holdWarehouses(context, order_id);
  const lines: KeptLine[] = await context.db
    .selectFrom('order_lines as l')
    .innerJoin('product_variations as v', (join) =>
      join.onRef('v.shop_id', '=', 'l.shop_id').onRef('v.id', '=', 'l.variation_id'),
    )
    .innerJoin('warehouses as w', (join) =>
      join.onRef('w.shop_id', '=', 'l.shop_id').onRef('w.id', '=', 'l.warehouse_id'),
    )
    .selectAll('l')
    .select(['v.product_id', sql<boolean>`w.archived_at is not null`.as('is_deleted')])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order_id)
    .orderBy('l.position')
    .execute();
  const charges: KeptCharge[] = await context.db
    .selectFrom('order_charges')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id)
    .orderBy('position')
    .execute();
  return { lines, charges };
}

/** @param plan whose lines take the place of those that there are; undefined: the lines stay */
export async function writeParts(
  context: Context,
  order_id: number,
  plan: PlannedOrder | undefined,
  charges: ReturnType<typeof chargeRows>,
): Promise<void> {
  const own = { shop_id: context.shop.id, order_id };
  const tables =
    plan === undefined ? (['order_charges'] as const) : (['order_lines', 'order_charges'] as const);
  for (const table of tables)
    await context.db
      .deleteFrom(table)
      .where('shop_id', '=', own.shop_id)
      .where('order_id', '=', order_id)
      .execute();
  if (plan !== undefined)
    await context.db
      .insertInto('order_lines')
      .values(lineRows(plan).map((row) => ({ ...own, ...row })))
      .execute();
  if (charges.length > 0)
    await context.db
      .insertInto('order_charges')
      .values(charges.map((row) => ({ ...own, ...row })))
      .execute();
}
