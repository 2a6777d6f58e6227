import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOLD_MS, longestHold } from '../../../../test/event-loop.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';

const PARCELS = 5_000;
const INVOICE = 'AbCd1234';

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  await app.database.pool.query(
    `insert into cod_parcels (shop_id, order_id, trip, po_number, awb_number, courier_id, courier, state, cod_idr,
       shipping_idr, entered_idr, event_position, changed_at)
     select $1, n, 1, n, 'NVIDTOKO' || n || 'MLG', 1, 'jne', 'COLLECTED', 110000, 10000, 96700, 0, now()
     from generate_series(1, $2::int) as n`,
    [shop.shop_id, PARCELS],
  );
  await app.database.pool.query(
    `insert into cod_invoices (shop_id, id, sequence, number, courier, week_start, total_idr, created_at)
     values ($1, $2, 1, 'INV-S-1-2026010001', 'jne', '2026-01-05', 96700 * $3::bigint, now())`,
    [shop.shop_id, INVOICE, PARCELS],
  );
  await app.database.pool.query(
    `insert into cod_entries (shop_id, order_id, trip, kind, amount_idr, entered_on, courier, invoice_id, created_at)
     select $1, n, 1, kind, amount_idr, '2026-01-05', 'jne', $2, now() from generate_series(1, $3::int) as n,
       (values ('COLLECTED', 110000), ('SHIPPING', -10000), ('COD_FEE', -3300)) as entry (kind, amount_idr)`,
    [shop.shop_id, INVOICE, PARCELS],
  );
}, 60_000);
afterAll(() => app.close());

test.each(['invoice', 'invoice/download/csv', 'invoice/download/pdf'])(
  'while %s is answered for thousands of parcels, others have their turn within 50 ms',
  async (path) => {
    let bytes = 0;
    const held_ms = await longestHold(async () => {
      const answer = await app.app.inject({
        method: 'GET',
        url: `/api/open/shipping/${path}/${INVOICE}`,
        headers: { authorization: `Bearer ${shop.token}` },
      });
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
      bytes = answer.rawPayload.length;
    });
    console.log(`${path}: ${bytes} bytes, held ${held_ms.toFixed(1)} ms at most`);
    expect(bytes).toBeGreaterThan(PARCELS * 20);
    expect(held_ms).toBeLessThan(HOLD_MS);
  },
  60_000,
);
