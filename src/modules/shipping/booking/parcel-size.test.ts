import { beforeAll, describe, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { addProduct, expectOk, today } from '../../../../test/stall.ts';
import { shippingLimits } from '../limits.ts';

/* oxlint-disable typescript/no-explicit-any -- what a vendor was sent is looked into freely */

const SHIRT = { length_cm: 30, width_cm: 20, height_cm: 4, weight: 250 };

const sizeOf = ({ length, width, height }: any) => [length, width, height];

/** Biteship takes the size of a piece, and reckons itself; Shipper takes that of the parcel, and none without. */
const SIZES = {
  biteship: ({ items }: any) => items.map((item: any) => [...sizeOf(item), item.quantity]),
  shipper: (request: any) => sizeOf(request.package),
};
const TOLD = {
  biteship: [
    [
      [30, 20, 4, 3],
      [40, 10, 10, 1],
      [undefined, undefined, undefined, 1],
    ],
    [[undefined, undefined, undefined, 2]],
  ],
  // 3 × 2,400 and 4,000 cm³ on 40 × 20 cm.
  shipper: [
    [40, 20, 14],
    [1, 1, 1],
  ],
};

describe.each(['biteship', 'shipper'] as const)('%s', (name) => {
  const scene = bookingScene(name);
  beforeAll(async () => void (await scene.connect()));

  /** What the vendor is told of a parcel with these products and quantities. */
  async function told(products: [product: object, qty: number][]): Promise<any> {
    const lines = await Promise.all(
      products.map(async ([product, qty]) => scene.lines(await scene.ownProduct(10, { product }), qty)),
    );
    const id = await scene.place(scene.stall, 1, {
      products: lines.flat(),
      payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id },
    });
    const body = { pickup_request: [{ id }] };
    expectOk(await scene.shop.call('POST', '/api/open/shipping/pickup-request', body));
    await scene.work();
    return scene.standing().at(-1)?.request;
  }

  test('is told the size of a parcel when it is booked, as far as it is known', async () => {
    const mixed = await told([
      [SHIRT, 3],
      [{ length_cm: 40, width_cm: 10, height_cm: 10 }, 1],
      [{}, 1],
    ]);
    const unknown = await told([[{}, 2]]);
    expect([mixed, unknown].map(SIZES[name])).toEqual(TOLD[name]);
  });
  test('is told of more products than it takes how many more there are, with their value and weight', async () => {
    const count = shippingLimits.booking_lines + 10;
    const { variation_ids } = await addProduct(scene.shop, {
      stocks: Array.from({ length: count }, () => 10),
    });
    const id = await scene.place(scene.stall, 1, {
      products: variation_ids.map((variation) => ({ id: variation, qty: 2, product_status: 'S' })),
      payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id },
    });
    const body = { pickup_request: [{ id }] };
    expectOk(await scene.shop.call('POST', '/api/open/shipping/pickup-request', body));
    await scene.work();
    const request = scene.standing().at(-1)?.request as any;
    const items = request.items ?? request.package.items;
    expect(items).toHaveLength(shippingLimits.booking_lines);
    expect(items.at(-1).name).toBe('11 produk lainnya');
    const value = (item: any) => (item.value ?? item.price) * (item.quantity ?? item.qty);
    const { price_idr, weight_grams } = await lineOf(id);
    expect(items.reduce((sum: number, item: any) => sum + value(item), 0)).toBe(count * 2 * price_idr);
    const weight = request.items?.reduce((sum: number, item: any) => sum + item.weight * item.quantity, 0);
    expect(weight ?? request.package.weight * 1_000).toBe(count * 2 * weight_grams);
  });

  const lineOf = async (order_id: number) =>
    (
      await scene.app.database.pool.query(
        'select price_idr, weight_grams from order_lines where order_id = $1',
        [order_id],
      )
    ).rows[0];
});
