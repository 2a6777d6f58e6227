import { beforeAll, expect, test } from 'vitest';
import { copyOrders } from '../../../../test/copied-orders.ts';
import { HOLD_MS, longestHold } from '../../../../test/event-loop.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import { shippingLimits } from '../limits.ts';

/** As few as are all looked at, and as many as are read. */
const LINES = [12, shippingLimits.label_lines_read];

const scene = orderScene({ stall: { stocks: [1_000_000] } });
let order_ids: number[];

/** As many orders as papers take, each with many lines and with texts that are as long as may be and hard to fit. */
beforeAll(async () => {
  const hard = (length: number) =>
    'Ñandú 王小明 & Co. WWW العربية 😀漢字漢字'.repeat(length).slice(0, length);
  const { variation_ids } = await addProduct(scene.shop, {
    stocks: Array.from({ length: Math.max(...LINES) }, () => 1_000_000),
    product: { name: hard(200) },
  });
  const { customer_id } = expectOk(
    await scene.shop.call('POST', '/api/open/customer/create', {
      name: hard(100),
      phone: '0813-9000-1111',
      district_id: 350715,
      address: hard(500),
      postal_code: '65172',
      category: 'N',
      is_active: 'Y',
    }),
  ).body.data;
  order_ids = [];
  for (const lines of LINES) {
    const id = await scene.place(scene.stall, 1, {
      customer_sender_id: customer_id,
      customer_receiver_id: customer_id,
      note: hard(1_000),
      awb_number: 'NVIDTOKO000000001MLG',
      products: variation_ids
        .slice(0, lines)
        .map((variation) => ({ id: variation, qty: 2, product_status: 'S' })),
    });
    const copies = shippingLimits.paper_orders / LINES.length - 1;
    order_ids.push(id, ...(await copyOrders(scene.app.database, id, copies)));
  }
}, 120_000);

test.each(['label', 'packing-slip', 'manifest', 'pick-list'])(
  'while the %s of as many orders as may be is made, others have their turn within 50 ms',
  async (paper) => {
    let took_ms = 0;
    let bytes = 0;
    const held_ms = await longestHold(async () => {
      const began = performance.now();
      const answer = await scene.app.app.inject({
        method: 'POST',
        url: `/api/open/shipping/${paper}`,
        headers: { authorization: `Bearer ${scene.shop.token}` },
        payload: { order_ids },
      });
      expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
      took_ms = performance.now() - began;
      bytes = answer.rawPayload.length;
    });
    console.log(
      `${paper}: ${bytes} bytes in ${took_ms.toFixed(0)} ms, held ${held_ms.toFixed(1)} ms at most`,
    );
    expect(held_ms).toBeLessThan(HOLD_MS);
  },
  120_000,
);
