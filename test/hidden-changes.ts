import type { World } from './route-ids.ts';
import type { TestApp } from './harness.ts';
import { storeTallies } from './order-tallies.ts';

const run = (app: TestApp, text: string, values: unknown[] = []) => app.database.pool.query(text, values);

async function countAnew({ database: { pool } }: TestApp): Promise<void> {
  const { rows } = await pool.query<{ id: number }>('select id from shops order by id');
  for (const { id } of rows) await storeTallies(pool, id);
}

/** What goods cost is for the owner. */
export async function changeCosts(app: TestApp): Promise<void> {
  await run(app, 'update product_variations set price_buy_idr = price_buy_idr * 3 + 70000');
  await run(app, 'update products set lowest_margin_idr = lowest_margin_idr - 123456');
  await run(app, 'update orders set cost_of_goods_idr = cost_of_goods_idr * 3 + 1');
  await run(app, 'update orders set return_cost_idr = return_cost_idr + 70000');
  await run(app, 'update parcel_returns set lost_goods_idr = lost_goods_idr + 70000');
  await run(app, 'update order_lines set price_buy_idr = price_buy_idr * 3 + 1');
  await run(
    app,
    `update order_changes set difference = difference || '{"cost_of_goods_idr": [1, 2], "return_cost_idr": [1, 2]}'`,
  );
  await run(app, `update product_import_rows set outcome = 'UNCHANGED'`);
  await run(
    app,
    `update product_imports set rows_created = 0, rows_changed = 0, rows_wrong = 0, rows_passed = 0, rows_unchanged =
       rows_created + rows_changed + rows_wrong + rows_passed + rows_unchanged`,
  );
  await countAnew(app);
}

/** What other warehouses hold, count and move, and what was paid, are not for who works in one. */
export async function changeOthers(
  app: TestApp,
  { shop, stall, ids }: World,
  other_warehouse: number,
): Promise<void> {
  const given = [shop.shop_id, ids.warehouse];
  await run(
    app,
    'update stock_levels set quantity = quantity + 7000 where shop_id = $1 and warehouse_id <> $2',
    given,
  );
  await run(
    app,
    `insert into stock_levels (shop_id, variation_id, warehouse_id, quantity)
     select $1, unnest($2::bigint[]), $3, 4000 on conflict do nothing`,
    [shop.shop_id, stall.variation_ids, other_warehouse],
  );
  await run(
    app,
    `update stock_ledger set quantity_in = quantity_in + 7000, balance_after = balance_after + 7000,
       description = case reason when 'SYNC' then 'Stock synced to 7100' else description end
     where shop_id = $1 and warehouse_id <> $2`,
    given,
  );
  await run(
    app,
    `insert into stock_ledger overriding system value select (jsonb_populate_record(l, jsonb_build_object('id', l.id + 800000000))).*
     from stock_ledger l where l.shop_id = $1 and l.warehouse_id <> $2`,
    given,
  );
  for (const [table, own] of [
    ['stock_opnames', 't.warehouse_id = $2'],
    ['stock_transfers', '$2 in (t.origin_warehouse_id, t.destination_warehouse_id)'],
  ] as const) {
    const line = table.replace(/s$/, '_lines');
    const owner = table === 'stock_opnames' ? 'opname_id' : 'transfer_id';
    const copy = (row: string, changes: string) =>
      `(jsonb_populate_record(${row}, jsonb_build_object('id', ${row}.id + 800000000) || ${changes})).*`;
    await run(
      app,
      `update ${table} t set description = 'Rahasia' where t.shop_id = $1 and not (${own})`,
      given,
    );
    await run(
      app,
      `insert into ${table} overriding system value select ${copy('t', "'{}'")} from ${table} t where t.shop_id = $1 and not (${own})`,
      given,
    );
    await run(
      app,
      `insert into ${line} overriding system value
       select ${copy('l', `jsonb_build_object('${owner}', t.id + 800000000)`)}
       from ${line} l join ${table} t on t.shop_id = l.shop_id and t.id = l.${owner}
       where t.shop_id = $1 and t.id < 800000000 and not (${own})`,
      given,
    );
  }
  await run(app, 'update order_payments set amount_idr = amount_idr + 500 where shop_id = $1', [
    shop.shop_id,
  ]);
  await run(app, 'update orders set paid_idr = paid_idr + 500 where shop_id = $1 and paid_idr > 0', [
    shop.shop_id,
  ]);
  await countAnew(app);
  await run(
    app,
    `update order_changes set difference = difference || '{"paid_idr": [0, 2500]}'
     where shop_id = $1 and difference ? 'paid_idr'`,
    [shop.shop_id],
  );
}
