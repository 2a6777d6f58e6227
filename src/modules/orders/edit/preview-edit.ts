import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { EditInput } from './edit.ts';
import { editLocked } from './edit-order.ts';
import { loadEdit } from './load-edit.ts';
import type { EditPreview } from './schemas.ts';

type Preview = z.input<typeof EditPreview>;

interface Row {
  version: number;
  sums: Preview['before'];
}

/** Carries the preview out of its transaction, which is rolled back by it. */
class Previewed extends Error {
  readonly preview: Preview;
  constructor(preview: Preview) {
    super('previewed');
    this.preview = preview;
  }
}

/**
 * Shows what an edit would change, by making it in a transaction that is rolled back: what is shown is what saving does, and
 * what saving refuses is refused.
 * @throws Refusal as `editOrder`
 */
export async function previewEdit(context: Context, input: EditInput): Promise<Preview> {
  try {
    return await context.transaction(async (inner) => {
      throw new Previewed(await editAndLook(inner, input));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.preview;
    throw error;
  }
}

async function editAndLook(context: Context, input: EditInput): Promise<Preview> {
  const edit = await loadEdit(context, input);
  const before = await readSums(context, input.order_id);
  const { stock } = await editLocked(context, edit);
  const after = await readSums(context, input.order_id);
  return {
    order_id: input.order_id,
    version: before.version,
    before: before.sums,
    after: after.sums,
    stock: await movedStock.run(context.db, { shop_id: context.shop.id, moved: JSON.stringify(stock) }),
  };
}

const sumsOfOrder = namedStatement<Row, { shop_id: number; order_id: number }>(
  'sums_of_order',
  (at) => `select
    coalesce((select max(h.version) from order_changes h where h.shop_id = ${at.shop_id} and h.order_id = o.id), 0) as version,
    json_build_object('goods', o.goods_idr, 'shipping', o.shipping_idr, 'shipping_discount', o.shipping_discount_idr,
      'other_cost', o.charges_idr, 'insurance', o.insurance_idr, 'discount', o.discount_idr, 'total', o.total_idr,
      'paid', o.paid_idr, 'remaining', greatest(0, o.total_idr - o.paid_idr), 'payment_status', o.payment_status,
      'weight', o.weight_grams,
      'lines', (select json_agg(json_build_object('variation_id', l.variation_id, 'warehouse_id', l.warehouse_id,
          'name', l.name, 'sku', l.sku, 'qty', l.quantity, 'price', l.price_idr, 'discount', l.discount_idr,
          'subtotal', (l.price_idr - l.discount_idr) * l.quantity, 'promo_id', l.promo_id) order by l.position)
        from order_lines l where l.shop_id = ${at.shop_id} and l.order_id = o.id),
      'order_cost', coalesce((select json_agg(json_build_object('name', c.name, 'category', c.category,
          'amount', c.amount_idr) order by c.position)
        from order_charges c where c.shop_id = ${at.shop_id} and c.order_id = o.id), '[]')) as sums
  from orders o where o.shop_id = ${at.shop_id} and o.id = ${at.order_id}`,
);

async function readSums(context: Context, order_id: number): Promise<Row> {
  const [row] = await sumsOfOrder.run(context.db, { shop_id: context.shop.id, order_id });
  if (row === undefined) throw new Error(`order ${order_id} is locked, and not there`);
  return row;
}

/** What moves, with the names that a person knows it by, and what is left there. */
const movedStock = namedStatement<Preview['stock'][number], { shop_id: number; moved: string }>(
  'stock_moved_by_edit',
  (
    at,
  ) => `select moved.variation_id, concat_ws(' ', p.name, nullif(v.color, ''), nullif(v.size, '')) as name, v.sku,
    moved.warehouse_id, w.name as warehouse, moved.delta, coalesce(s.quantity, 0) as left
  from json_to_recordset(${at.moved}::json) as moved (variation_id bigint, warehouse_id bigint, delta integer)
  join product_variations v on v.shop_id = ${at.shop_id} and v.id = moved.variation_id
  join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
  join warehouses w on w.shop_id = ${at.shop_id} and w.id = moved.warehouse_id
  left join stock_levels s on s.shop_id = ${at.shop_id} and s.variation_id = moved.variation_id
    and s.warehouse_id = moved.warehouse_id
  order by moved.warehouse_id, moved.variation_id`,
);
