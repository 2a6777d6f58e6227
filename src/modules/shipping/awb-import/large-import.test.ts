import { expect, test } from 'vitest';
import { awbImporter } from '../../../../test/awb-sheets.ts';
import { copyOrders } from '../../../../test/copied-orders.ts';
import { longestHold } from '../../../../test/event-loop.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const ROWS = 10_000;

const scene = orderScene({ stall: { stocks: [10] } });

test('10,000 rows are previewed, applied and undone within seconds each, and hold nobody up', async () => {
  const imports = awbImporter(scene.shop.call, scene.app);
  const first = await scene.place(scene.stall, 1);
  await copyOrders(scene.app.database, first, ROWS);
  const { rows } = await scene.app.database.pool.query<{ po_number: number }>(
    `select po_number from orders where shop_id = $1 and id <> $2 order by id`,
    [scene.shop.shop_id, first],
  );
  const lines = rows.map(
    ({ po_number }, index) => `PO${po_number};JZ${7_000_000_000 + index};Siti;081234567890`,
  );
  const file = ['No. PO;Nomor Resi;Nama Penerima;No HP', ...lines].join('\n');
  const took: Record<string, number> = {};
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const since = performance.now();
    const result = await work();
    took[name] = Math.round(performance.now() - since);
    return result;
  };
  let id = 0;
  const hold_ms = await longestHold(async () => {
    ({ id } = await timed('upload', () => imports.upload(file)));
  });
  expect((await imports.look(id)).counts).toMatchObject({ rows: ROWS, matched: ROWS, wrong: 0 });
  expectOk(await imports.act(id, 'apply'));
  expect((await imports.look(id)).status).toBe('APPLYING');
  await timed('apply', () => scene.app.runJobs());
  expect(await imports.look(id)).toMatchObject({ status: 'APPLIED', counts: { applied: ROWS } });
  expectOk(await imports.act(id, 'undo'));
  await timed('undo', () => scene.app.runJobs());
  expect(await imports.look(id)).toMatchObject({ status: 'UNDONE', counts: { undone: ROWS } });
  expect(hold_ms).toBeLessThan(60);
  for (const [name, ms] of Object.entries(took)) expect(ms, name).toBeLessThan(20_000);
});
