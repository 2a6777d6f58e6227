import type { Answered, TestApp, TestShop } from './harness.ts';
import { today } from '../src/kernel/calendar.ts';
import { expectOk, openStall, orderOf, type Stall, type StallOptions } from './stall.ts';
import { addBuyer, type TestBuyer } from './visitors.ts';

/** A shop with goods that its store shows, and what buyers send to it. */
export interface StoreScene {
  shop: TestShop;
  stall: Stall;
  subdomain: string;
  district_id: number;
  /** Sends a request to the store as a guest, or with a buyer's token among the headers. */
  visit(method: string, path: string, input?: object, headers?: Record<string, string>): Promise<Answered>;
  /** The body of a guest's checkout of one piece of the first variation, by transfer. */
  checkout(change?: Record<string, unknown>): Record<string, unknown>;
}

let buyers = 0;

/** Opens a shop whose parcels leave from Tajinan, with goods in its store. */
export async function openStore(app: TestApp, options: StallOptions = {}): Promise<StoreScene> {
  const shop = await app.openShop();
  const stall = await openStall(shop, { stocks: [100], ...options });
  const regions = expectOk(
    await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  const district_id: number = regions.body.data[0].id;
  const suppliers = expectOk(await shop.call('GET', '/api/open/supplier'));
  const supplier_id = suppliers.body.data[0].id;
  expectOk(await shop.call('PATCH', '/api/open/supplier/update', { supplier_id, district_id }));
  const subdomain = shop.email.split('@')[0] ?? '';
  return {
    shop,
    stall,
    subdomain,
    district_id,
    visit: (method, path, input, headers) =>
      app.call(method, `/api/store/${subdomain}${path}`, input, headers),
    checkout(change = {}) {
      buyers += 1;
      return {
        name: 'Rina Wati',
        phone: `0857${String(10_000_000 + buyers)}`,
        address: 'Jl. Kenanga 7',
        district_id,
        products: [{ id: stall.variation_ids[0], qty: 1 }],
        expedition: { id: 1 },
        payment: { method: 'TRANSFER' },
        ...change,
      };
    },
  };
}

/** A customer of this category who is signed in, with a balance of an order that was paid and cancelled. */
export async function buyerWithBalance(
  app: TestApp,
  { shop, stall }: StoreScene,
  balance_idr: number,
  category = 'Y',
): Promise<TestBuyer> {
  const buyer = await addBuyer(app, shop, category);
  const payment = {
    status: 'INSTALLMENT',
    amount: balance_idr,
    date: today(app.services.clock, 'Asia/Jakarta'),
    bank_id: stall.bank_id,
  };
  const body = {
    ...orderOf(stall),
    customer_sender_id: buyer.customer_id,
    products: [{ id: stall.variation_ids[0], qty: 5, product_status: 'S' }],
    payment,
  };
  const { order_id } = expectOk(await shop.call('POST', '/api/open/order', body)).body.data;
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: order_id, paid_as: 'BALANCE' }));
  return buyer;
}
