import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { visibleOrders } from '../../orders/index.ts';
import { presentReturn, RETURN_COLUMNS, returnsWithParcels, seesCosts } from './return-row.ts';
import type { ReturnDetail, ReturnIdInput } from './schemas.ts';

type Detail = z.input<typeof ReturnDetail>;

/** A return with what is in its parcel, in one statement. */
export async function getReturn(context: Context, { id }: z.output<typeof ReturnIdInput>): Promise<Detail> {
  const row = await returnsWithParcels(context)
    .selectAll('r')
    .select(RETURN_COLUMNS)
    .select(
      sql<
        Detail['lines']
      >`(select coalesce(jsonb_agg(jsonb_build_object('variation_id', l.variation_id, 'name', l.name,
          'color', l.color, 'size', l.size, 'sku', l.sku, 'quantity', l.quantity,
          'warehouse_id', coalesce(f.warehouse_id, l.warehouse_id), 'sellable', f.sellable, 'damaged', f.damaged,
          'missing', f.missing) order by l.position), '[]')
        from order_lines as l
        left join parcel_return_lines as f
          on f.shop_id = ${context.shop.id} and f.return_id = r.id and f.position = l.position
        where l.shop_id = ${context.shop.id} and l.order_id = r.order_id
          and (s.warehouse_id is null or l.warehouse_id = s.warehouse_id))`.as('lines'),
    )
    .where('r.id', '=', id)
    .where(visibleOrders(context, 'o'))
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  const is_told = row.state === 'SETTLED' && seesCosts(context);
  return {
    ...presentReturn(context, row),
    note: row.note,
    costs: is_told
      ? {
          outbound_shipping: row.outbound_shipping_idr,
          return_fee: row.return_fee_idr,
          lost_products: row.lost_goods_idr,
        }
      : null,
    lines: row.lines,
  };
}
