import type { z } from 'zod';
import { indonesianDay } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { visibleOrdersSql } from '../../orders/index.ts';
import { restrictedUser, visibleSql } from '../../stock/index.ts';
import { openSheet, type SheetColumn } from './draw-sheet.ts';
import { openPaper, pdfAnswer } from '../../../kernel/paper/open-paper.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import { refuseUnprinted } from './refuse-unprinted.ts';
import type { PickList, PickListInput } from './schemas.ts';

type List = z.input<typeof PickList>;

interface Row {
  id: number;
  order_status: string;
}

const statusesOfOrders = namedStatement<
  Row,
  { shop_id: number; order_ids: readonly number[]; user_id: number | null }
>(
  'statuses_of_orders',
  (at) => `select orders.id, orders.order_status from orders
  where orders.shop_id = ${at.shop_id} and orders.id = any(${at.order_ids}::bigint[])
    and ${visibleOrdersSql('orders.warehouse_ids', at)}`,
);

/** In the order in which somebody walks: by shelf, what has none at last. */
const unitsToPick = namedStatement<
  List['warehouses'][number],
  { shop_id: number; order_ids: readonly number[]; user_id: number | null }
>(
  'units_to_pick',
  (at) => `select w.id as warehouse_id, w.name as warehouse, sum(line.qty)::int as qty,
    json_agg(json_build_object('variation_id', line.variation_id, 'shelf', shelf.shelf, 'sku', v.sku, 'name', p.name,
      'color', v.color, 'size', v.size, 'qty', line.qty, 'orders', line.orders)
      order by shelf.shelf nulls last, lower(v.sku), line.variation_id) as lines
  from (
    select l.warehouse_id, l.variation_id, sum(l.quantity)::int as qty, count(distinct l.order_id)::int as orders
    from order_lines l
    where l.shop_id = ${at.shop_id} and l.order_id = any(${at.order_ids}::bigint[])
      and ${visibleSql('l.warehouse_id', at)}
    group by l.warehouse_id, l.variation_id
  ) as line
  join warehouses w on w.shop_id = ${at.shop_id} and w.id = line.warehouse_id
  join product_variations v on v.shop_id = ${at.shop_id} and v.id = line.variation_id
  join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
  left join variation_shelves shelf on shelf.shop_id = ${at.shop_id} and shelf.variation_id = line.variation_id
    and shelf.warehouse_id = line.warehouse_id
  group by w.id, w.name
  order by w.id`,
);

/**
 * What is to be picked for orders: each product once with the quantity of all, by warehouse and shelf. Warehouse staff
 * get what lies in their warehouses.
 * @throws Refusal 422 on each order that the shop does not have, the user cannot see, or that is not active
 */
export async function makePickList(
  context: Context,
  { order_ids, format }: z.output<typeof PickListInput>,
): Promise<List | FileAnswer> {
  const values = { shop_id: context.shop.id, order_ids, user_id: restrictedUser(context) };
  const orders = await statusesOfOrders.run(context.db, values);
  refuseUnprinted(order_ids, new Map(orders.map(({ id, order_status }) => [id, order_status])));
  const warehouses = await unitsToPick.run(context.db, values);
  const list = { orders: orders.length, warehouses };
  return format === 'JSON' ? list : pdfAnswer('pick-list.pdf', await drawPickList(context, list));
}

const COLUMNS: SheetColumn[] = [
  { title: 'Rak', share: 0.14 },
  { title: 'SKU', share: 0.24 },
  { title: 'Produk', share: 0.42 },
  { title: 'Jumlah', share: 0.12, align: 'right' },
  { title: '', share: 0.08 },
];

async function drawPickList(context: Context, { orders, warehouses }: List): Promise<Buffer[]> {
  const { paper, end } = openPaper(context, 'Daftar ambil');
  const day = indonesianDay(context.clock.now(), context.shop.time_zone);
  for (const { warehouse, qty, lines } of warehouses) {
    const sheet = openSheet(paper, {
      size: [210, 297],
      title: `Daftar ambil: ${printable(warehouse)}`,
      facts: [`${day}  |  ${orders} pesanan  |  ${lines.length} produk, ${qty} pcs`],
      columns: COLUMNS,
    });
    for (const line of lines) {
      const product = printable([line.name, line.color, line.size].filter(Boolean).join(' '));
      sheet.row([printable(line.shelf ?? '-'), printable(line.sku), product, String(line.qty), '']);
      await takeTurns();
    }
  }
  return end();
}
