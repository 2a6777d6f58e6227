import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { storeTexts } from './search-texts.ts';

/**
 * Copies an order so many times, with its lines and shipment: whoever needs thousands of orders need not place them.
 * They are of a supplier's products, so that no stock is taken for them.
 * @returns the IDs of the copies
 */
export async function copyOrders(
  { pool }: Pick<DatabaseServer, 'pool'>,
  order_id: number,
  count: number,
): Promise<number[]> {
  const columnsOf = async (table: string, without: string[]) => {
    const { rows } = await pool.query<{ columns: string }>(
      `select string_agg(column_name, ', ' order by ordinal_position) as columns from information_schema.columns
       where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' and column_name <> all($2)`,
      [table, without],
    );
    return rows[0]?.columns ?? '';
  };
  const orders = await columnsOf('orders', ['id', 'po_number', 'product_status']);
  const { rows: copied } = await pool.query<{ id: number; shop_id: number }>(
    `insert into orders (${orders}, po_number, product_status)
     select ${orders}, counter.last_po_number + n, 'R' from orders
     cross join lateral (select last_po_number from order_counters where shop_id = orders.shop_id) as counter
     cross join generate_series(1, $2::int) as n where orders.id = $1
     returning id, shop_id`,
    [order_id, count],
  );
  const ids = copied.map(({ id }) => id);
  const lines = await columnsOf('order_lines', ['order_id']);
  await pool.query(
    `insert into order_lines (${lines}, order_id)
     select ${lines}, copy.id from order_lines cross join unnest($2::bigint[]) as copy (id) where order_id = $1`,
    [order_id, ids],
  );
  await pool.query(
    `update order_counters set last_po_number = last_po_number + $2
     where shop_id = (select shop_id from orders where id = $1)`,
    [order_id, count],
  );
  await storeTexts(pool, copied[0]?.shop_id ?? 0);
  return ids;
}
