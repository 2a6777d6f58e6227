import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import { JobInterrupted } from '../../kernel/jobs/job.ts';
import { inventoryLimits } from './limits.ts';
import { setCounted } from './opnames/set-counted.ts';

/** One line more than is done at once, and some. */
const LINES = inventoryLimits.adjustment_lines_at_once + 200;

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;
/** A warehouse beside the main one. */
let branch: number;
let ids: number[];

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [10] });
  const { pool } = test_app.database;
  const { rows } = await pool.query(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang Malang', now()) returning id`,
    [shop.shop_id],
  );
  branch = rows[0].id;
  ids = [...stall.variation_ids];
  while (ids.length < LINES)
    ids.push(...(await addProduct(shop, { stocks: Array.from({ length: 200 }, () => 10) })).variation_ids);
  ids.length = LINES;
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const opname = async (count: number) =>
  expectOk(
    await shop.call('POST', '/api/open/stock-opname', {
      warehouse_id: 0,
      description: 'Opname tahunan',
      stock_adjustment: ids.map((variation_id) => ({ variation_id, warehouse_stock: count })),
    }),
  ).body.data;
const transfer = async (pieces: number, last = pieces) =>
  expectOk(
    await shop.call('POST', '/api/open/stock-transfer', {
      origin_warehouse_id: 0,
      destination_warehouse_id: branch,
      description: 'Pindah gudang',
      stock_adjustment: ids.map((variation_id, index) => ({
        variation_id,
        transfer_stock: index === LINES - 1 ? last : pieces,
      })),
    }),
  ).body.data;
const detail = async (kind: 'opname' | 'transfer', id: number) =>
  expectOk(await shop.call('GET', `/api/open/stock-${kind}/${id}/detail`)).body.data;
const job = async (id: number) => expectOk(await shop.call('GET', `/api/account/job/${id}`)).body.data;
/** Pieces of all lines together, by warehouse. */
const held = async (): Promise<Record<number, number>> => {
  const { rows } = await test_app.database.pool.query(
    'select warehouse_id, sum(quantity)::int as pieces from stock_levels where shop_id = $1 group by 1',
    [shop.shop_id],
  );
  return Object.fromEntries(rows.map((row) => [row.warehouse_id, row.pieces]));
};

describe('a large opname', () => {
  test('is kept at once, set by a job with progress, and then stands as a small one does', async () => {
    const made = await opname(7);
    expect(made).toMatchObject({ variation_total: LINES, progress_status: 'ON PROGRESS' });
    expect(await detail('opname', made.id)).toMatchObject({ progress_status: 'ON PROGRESS', processed: 0 });
    const open = await shop.call('GET', '/api/open/stock-opname/transaction', { id: String(made.id) });
    expect(open.body.data[0].stock_adjustment).toEqual({
      warehouse_stock: 7,
      system_stock: 10,
      changed_stock: -3,
    });
    await test_app.runJobs();
    expect(await job(made.job_id)).toMatchObject({
      status: 'SUCCESS',
      progress: { done: LINES, total: LINES, percent: 100 },
      result: { opname_id: made.id, lines: LINES },
    });
    expect(await detail('opname', made.id)).toMatchObject({ progress_status: 'SUCCESS', processed: LINES });
    expect((await held())[0]).toBe(7 * LINES + (await surplus()));
    const list = expectOk(await shop.call('GET', '/api/open/stock-opname')).body.data;
    expect(list[0]).toMatchObject({ id: made.id, progress_status: 'SUCCESS' });
  });

  test('that is cut off goes on where it stopped: no line is set twice', async () => {
    const made = await opname(7);
    const cut = setCounted.run(
      shop.context(),
      { opname_id: made.id },
      { job_id: made.job_id, progress: () => Promise.reject(new JobInterrupted('stop')) },
    );
    await expect(cut).rejects.toThrow('stop');
    expect(await detail('opname', made.id)).toMatchObject({
      progress_status: 'ON PROGRESS',
      processed: inventoryLimits.adjustment_lines_at_once,
    });
    // An order between the two runs takes its piece from what was counted.
    const order = orderOf(stall, {
      products: [{ id: ids[0], qty: 1, product_status: 'S', warehouse_id: 0 }],
    });
    expectOk(await shop.call('POST', '/api/open/order', order));
    await test_app.runJobs();
    expect((await held())[0]).toBe(7 * LINES - 1 + (await surplus()));
    await setCounted.run(
      shop.context(),
      { opname_id: made.id },
      { job_id: made.job_id, progress: () => Promise.resolve() },
    );
    expect((await held())[0]).toBe(7 * LINES - 1 + (await surplus()));
  });
});

/** Pieces of the variations that no line names. */
async function surplus(): Promise<number> {
  const { rows } = await test_app.database.pool.query(
    `select coalesce(sum(quantity), 0)::int as pieces from stock_levels
     where shop_id = $1 and warehouse_id = 0 and not variation_id = any($2)`,
    [shop.shop_id, ids],
  );
  return rows[0].pieces;
}

describe('a large transfer', () => {
  test('is moved by a job, whole', async () => {
    const before = await held();
    const made = await transfer(4);
    expect(made.progress_status).toBe('ON PROGRESS');
    expect(await held()).toEqual(before);
    expect(await detail('transfer', made.id)).toMatchObject({ progress_status: 'ON PROGRESS', processed: 0 });
    await test_app.runJobs();
    expect(await detail('transfer', made.id)).toMatchObject({ progress_status: 'SUCCESS', processed: LINES });
    expect(await held()).toEqual({ 0: (before[0] ?? 0) - 4 * LINES, [branch]: 4 * LINES });
  });

  test('of more than is there moves nothing and says of what, and can be run again when it is there', async () => {
    const before = await held();
    const made = await transfer(4, 11);
    await test_app.runJobs();
    expect(await held()).toEqual(before);
    expect(await detail('transfer', made.id)).toMatchObject({ progress_status: 'FAILED', processed: 0 });
    const failed = await job(made.job_id);
    expect(failed).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'transfer_short', field: `stock_adjustment.${LINES - 1}.transfer_stock` }],
    });
    expect(failed.errors[0].message).toContain('10');
    expectOk(
      await shop.call('PATCH', '/api/open/product/update-stock', {
        variation_id: ids.at(-1),
        description: 'Ditemukan',
        stock: [{ amount: 1, status: 'ADD', warehouse_id: 0 }],
      }),
    );
    expectOk(await shop.call('POST', `/api/account/job/${made.job_id}/retry`));
    expect(await detail('transfer', made.id)).toMatchObject({ progress_status: 'ON PROGRESS' });
    await test_app.runJobs();
    expect(await detail('transfer', made.id)).toMatchObject({ progress_status: 'SUCCESS' });
    expect((await held())[branch]).toBe(4 * (LINES - 1) + 11);
  });
});

test('lines beyond the limit are refused before anything is kept', async () => {
  const answer = await shop.call('POST', '/api/open/stock-opname', {
    warehouse_id: 0,
    description: 'x',
    stock_adjustment: Array.from({ length: inventoryLimits.adjustment_lines + 1 }, (_, index) => ({
      variation_id: index + 1,
      warehouse_stock: 1,
    })),
  });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.body.message)).toEqual(['stock_adjustment']);
});
