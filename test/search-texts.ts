import type pg from 'pg';
import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { modules } from '../src/modules.ts';
import { variationTexts } from '../src/modules/catalog/store-variation-texts.ts';
import { CUSTOMER_TEXT } from '../src/modules/customers/search-text.ts';
import { ORDER_TEXT } from '../src/modules/orders/search-text.ts';
import { COPIED_NAMES, COPIED_VALUES } from '../src/modules/orders/shipment-copies.ts';
import { findTallyDifferences } from '../src/modules/orders/tallies/differences.ts';
import { findSalesDifferences } from '../src/modules/orders/tallies/sales-differences.ts';
import { storeTallies } from './order-tallies.ts';

/** The checks of the doctor that compare what search reads with the rows that it stands for. */
export const TEXT_CHECKS = modules
  .flatMap(({ checks = [] }) => checks)
  .filter(({ title }) => title.startsWith('search reads'));

/** What search reads, or lists count, otherwise than it is: some use-case wrote rows without their texts or counts. */
export async function textDifferences({ db }: DatabaseServer): Promise<string[]> {
  const unguarded = db.withoutPlugins();
  const found: string[] = [];
  for (const { title, find } of TEXT_CHECKS)
    for (const difference of await find(unguarded)) found.push(`not ${title}: ${JSON.stringify(difference)}`);
  for (const difference of await findTallyDifferences(unguarded))
    found.push(`orders are counted otherwise: ${JSON.stringify(difference)}`);
  for (const difference of await findSalesDifferences(unguarded))
    found.push(`sales are counted otherwise: ${JSON.stringify(difference)}`);
  return found;
}

/** The statement that gives orders without shipments one each. */
export function storeShipments(where: string): string {
  return `insert into shipments (shop_id, order_id, number, shipping_status, awb_number, ${COPIED_NAMES})
    select orders.shop_id, orders.id, 1, orders.shipping_status, orders.awb_number, ${COPIED_VALUES}
    from orders cross join lateral (select orders.shipping_status, null::timestamptz as removed_at) as shipments
    ${where} on conflict do nothing`;
}

/** Stores what search and lists read of the rows of a shop, for whoever wrote them past the use-cases. */
export async function storeTexts(client: pg.Pool | pg.ClientBase, shop_id: number): Promise<void> {
  await client.query(
    `delete from customer_texts where shop_id = $1
     and customer_id in (select id from customers where shop_id = $1 and archived_at is not null)`,
    [shop_id],
  );
  await client.query(
    `insert into customer_texts (shop_id, customer_id, search_text)
     select shop_id, id, ${CUSTOMER_TEXT} from customers where shop_id = $1 and archived_at is null
     on conflict (shop_id, customer_id) do update set search_text = excluded.search_text`,
    [shop_id],
  );
  const { rows } = await client.query<{ ids: number[] }>(
    `select coalesce(array_agg(id), '{}') as ids from products where shop_id = $1`,
    [shop_id],
  );
  await client.query(variationTexts.text, [shop_id, rows[0]?.ids]);
  await client.query(
    `insert into order_texts (shop_id, order_id, order_date, is_listed, search_text)
     select shop_id, id, order_date, ${ORDER_TEXT.is_listed}, ${ORDER_TEXT.search_text} from orders where shop_id = $1
     on conflict (shop_id, order_id) do update
     set order_date = excluded.order_date, is_listed = excluded.is_listed, search_text = excluded.search_text`,
    [shop_id],
  );
  await client.query(storeShipments('where orders.shop_id = $1'), [shop_id]);
  await storeTallies(client, shop_id);
}
