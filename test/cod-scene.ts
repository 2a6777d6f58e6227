import { lockOrderFor } from '../src/modules/orders/lock-order.ts';
import { changeShipments } from '../src/modules/orders/shipments.ts';
import type { ShippingSource, ShippingStatus } from '../src/modules/orders/shipping-states.ts';
import type { Answered, TestShop } from './harness.ts';
import { expectOk, orderOf, type Stall } from './stall.ts';
import { formWithFile } from './upload.ts';

/** A COD order of one piece (100,000 and 10,000 shipping), by the courier service given (1: JNE). */
export async function codOrder(
  shop: TestShop,
  stall: Stall,
  change: Record<string, unknown> = {},
): Promise<number> {
  const products = [{ id: stall.variation_ids[0], qty: 1, product_status: 'S' }];
  const order = orderOf(stall, { products, is_cod: true, ...change });
  return expectOk(await shop.call('POST', '/api/open/order', order)).body.data.order_id;
}

/** The courier reports the status of the parcel of an order, in its own transaction. */
export async function report(
  shop: TestShop,
  order_id: number,
  shipping_status: ShippingStatus,
  source: ShippingSource = 'COURIER',
): Promise<void> {
  await shop.context().transaction(async (inner) => {
    const order = await lockOrderFor(inner, order_id, 'SHIP');
    await changeShipments(inner, order, [{ number: 1, shipping_status }], { source, field: 'status' });
  });
}

/** Staff add the AWB number of an order. */
export async function addAwb(shop: TestShop, id: number, awb_number: string): Promise<void> {
  expectOk(await shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number }));
}

/** Uploads a payout file. */
export async function sendPayoutFile(
  shop: TestShop,
  content: string,
  fields: Record<string, string>,
): Promise<Answered> {
  const { body, headers } = await formWithFile(content, 'pencairan.csv', fields);
  return shop.call('POST', '/api/open/shipping/payout/import', body, headers);
}
