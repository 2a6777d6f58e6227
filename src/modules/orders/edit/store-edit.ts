import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { noteOrder, orderedAt } from '../../customers/index.ts';
import { changePromos } from '../../promos/index.ts';
import { changeOrder } from '../change-order.ts';
import { moveOrderStock, shortage } from '../order-stock.ts';
import { addPayment } from '../payment-rule.ts';
import { titleOf } from '../place/order-faults.ts';
import { chargeRows, lineDiscount, lineRows, orderRow, productText } from '../place/order-rows.ts';
import type { Edit, StoredCharge, StoredLine } from './edit.ts';
import { placeOf, type PlannedEdit } from './plan-edit.ts';

/**
 * Stores a planned edit: promos, stock, lines, charges and payment, then the order with its history.
 * @throws Refusal 422 with the remaining stock if stock is short, if a promo is used up, or if the payment cannot be
 *   stored
 */
export async function storeEdit(
  context: Context,
  { current, touched }: Edit,
  plan: PlannedEdit,
): Promise<void> {
  const { order } = current;
  const { sender, promos } = plan.order;
  const order_id = order.id;
  if (touched.prices || touched.shipping_promo) {
    const promo_ids = promos.map(({ id }) => id);
    const is_guest = order.order_category === 'SF_GUEST';
    await changePromos(context, { order_id, customer_id: sender.id, is_guest, promo_ids });
  }
  const short = await moveOrderStock(context, order, 'ORDER EDIT', plan.stock);
  if (short.length > 0)
    throw shortage(
      (plan.lines ?? []).map(({ goods, warehouse_id }) => ({
        variation_id: goods.variation_id,
        warehouse_id: placeOf(current, warehouse_id),
        title: titleOf(goods),
      })),
      short,
    );
  const lines = plan.lines && lineRows(plan.lines);
  const charges = chargeRows(plan.order);
  await replaceRows(context, order_id, lines, charges);
  const { order_date } = plan.order.fields;
  if (sender.id !== order.sender_id || order_date !== order.order_date)
    await noteOrder(context, sender.id, orderedAt(order_date, order.created_at, context.shop.time_zone));
  const paid = plan.payment && (await addPayment(context, order, plan.payment));
  await changeOrder(context, order, {
    event: 'order.edited',
    columns: {
      ...orderRow(plan.order),
      ...(plan.lines && {
        product_text: productText(plan.lines),
        line_discount_idr: lineDiscount(plan.lines),
      }),
      ...paid?.columns,
    },
    further: {
      ...(lines && differenceOf({ lines: current.lines.map(lineOf) }, { lines: lines.map(lineOf) })),
      ...differenceOf({ order_cost: current.charges.map(costOf) }, { order_cost: charges.map(costOf) }),
      ...paid?.further,
    },
    stock: plan.stock,
  });
}

/**
 * Replaces the current rows.
 * @param lines undefined: the lines do not change
 */
async function replaceRows(
  context: Context,
  order_id: number,
  lines: ReturnType<typeof lineRows> | undefined,
  charges: ReturnType<typeof chargeRows>,
): Promise<void> {
  const of_order = { shop_id: context.shop.id, order_id };
  const replaced = lines === undefined ? [] : (['order_lines'] as const);
  for (const table of [...replaced, 'order_charges'] as const)
    await context.db
      .deleteFrom(table)
      .where('shop_id', '=', of_order.shop_id)
      .where('order_id', '=', order_id)
      .execute();
  if (lines !== undefined)
    await context.db
      .insertInto('order_lines')
      .values(lines.map((row) => ({ ...of_order, ...row })))
      .execute();
  if (charges.length > 0)
    await context.db
      .insertInto('order_charges')
      .values(charges.map((row) => ({ ...of_order, ...row })))
      .execute();
}

/** A line in the history. */
const LINE_FIELDS = [
  'variation_id',
  'name',
  'sku',
  'warehouse_id',
  'quantity',
  'price_idr',
  'discount_idr',
  'discount_type',
  'promo_id',
] as const;

function lineOf(line: Pick<StoredLine, (typeof LINE_FIELDS)[number]>) {
  return Object.fromEntries(LINE_FIELDS.map((field) => [field, line[field]]));
}

/** A charge in the history. */
function costOf({ name, category, amount_idr }: Pick<StoredCharge, 'name' | 'category' | 'amount_idr'>) {
  return { name, category, amount_idr };
}
