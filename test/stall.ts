import { dateText } from '../src/kernel/calendar.ts';
import type { Answered, TestShop } from './harness.ts';
import { shopZone } from './shop-zone.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export interface Stall {
  customer_id: number;
  supplier_id: number;
  bank_id: number;
  /** Variations of one product, in the order of `stocks`. */
  variation_ids: number[];
  product_id: number;
}

export interface StallOptions {
  /** Pieces of each variation in warehouse 0. */
  stocks?: number[];
  category?: string;
  /** Fields of the product in place of the usual ones. */
  product?: Record<string, unknown>;
  /** Fields of each variation in place of the usual ones. */
  variation?: Record<string, unknown>;
}

let products = 0;

/** What a shop needs to sell: a customer, its supplier, a bank account and a product with stock. */
export async function openStall(shop: Pick<TestShop, 'call'>, options: StallOptions = {}): Promise<Stall> {
  const product = await addProduct(shop, options);
  const suppliers = expectOk(await shop.call('GET', '/api/open/supplier'));
  products += 1;
  const bank = expectOk(
    await shop.call('POST', '/api/open/bank/create', {
      bank_type: 'bca',
      account_number: String(10_000_000 + products),
      holder_name: 'Budi',
      branch: 'Malang',
    }),
  );
  return {
    customer_id: await addCustomer(shop, options.category ?? 'N'),
    supplier_id: suppliers.body.data[0].id,
    bank_id: bank.body.data.bank_id,
    ...product,
  };
}

export async function addProduct(
  shop: Pick<TestShop, 'call'>,
  options: StallOptions = {},
): Promise<{ product_id: number; variation_ids: number[] }> {
  const stocks = options.stocks ?? [100, 100];
  products += 1;
  const name = `Sepatu ${products}`;
  const answer = expectOk(
    await shop.call('POST', '/api/open/product', {
      name,
      product_type: 'S',
      category_id: 0,
      description: 'Sepatu bagus',
      discount: 0,
      weight: 200,
      wholesale_status: 'N',
      is_warehouse: '0',
      publish_status: 'Y',
      show_stock: 'Y',
      has_variation: stocks.length > 1 ? 'Y' : 'N',
      wholesales: [],
      variations: stocks.map((stock_quantity, index) => ({
        sku: `SKU-${products}-${index}`,
        images: [],
        primary_image: 0,
        weight: 200,
        price_buy: 40_000,
        price: 100_000,
        price_reseller: 80_000,
        price1: 0,
        price2: 0,
        price3: 0,
        size: String(36 + index),
        color: 'merah',
        stock_quantity,
        stock: 'Y',
        warehouse_stock: [],
        ...options.variation,
      })),
      ...options.product,
    }),
  );
  return { product_id: answer.body.data.product_id, variation_ids: answer.body.data.product_meta_id };
}

export async function addCustomer(
  shop: Pick<TestShop, 'call'>,
  category = 'N',
  name = 'Siti',
  phone = '0812-3456-7890',
): Promise<number> {
  const regions = expectOk(
    await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  const answer = expectOk(
    await shop.call('POST', '/api/open/customer/create', {
      name,
      phone,
      district_id: regions.body.data[0].id,
      address: 'Jl. Melati 5',
      postal_code: '65172',
      category,
      is_active: 'Y',
    }),
  );
  return answer.body.data.customer_id;
}

/** The body of an order of one piece of each variation, unpaid. */
export function orderOf(stall: Stall, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    order_date: today(),
    customer_sender_id: stall.customer_id,
    customer_receiver_id: stall.customer_id,
    supplier_id: stall.supplier_id,
    is_print: false,
    products: stall.variation_ids.map((id) => ({ id, qty: 1, product_status: 'S' })),
    expedition: { id: 1, rate: 10_000, name: 'JNE', auto_pickup: false },
    payment: { status: 'UNPAID' },
    order_cost: [],
    source: 'WEB',
    ...change,
  };
}

/** @throws Error with the answer where it was not a success */
export function expectOk(answer: Answered): Answered {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
}

/** The day (yyyy-mm-dd) that a shop of the tests has now, or had or will have so many days from now. */
export const today = (days_from_now = 0): string =>
  dateText(new Date(Date.now() + days_from_now * 86_400_000), shopZone);
