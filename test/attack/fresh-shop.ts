import type { ServerProcess } from '../server-process.ts';
import { addCustomer, today } from '../stall.ts';
import { send, type Attack } from './attack.ts';

/** What is promised of an answer of a shop of 5,000 rows, and of one that writes 4,800 variations with their stock. */
const ANSWER_MS = 1_000;
const BULK_MS = 5_000;

/** A shop that fills itself in its first minute, before the database knows anything of its tables. */
export const freshShop: Attack = {
  title: 'a fresh shop filled at once',
  async run({ server, token, size, report }) {
    const seller = caller(server, token);
    const customer_id = await addCustomer(seller);
    const suppliers = await seller.call('GET', '/api/open/supplier');
    const bulks = size === 'full' ? 3 : 2;
    const bulk_ms: number[] = [];
    const file = importOf(size === 'full' ? 2_000 : 200);
    const importing = send(server, 'POST', '/api/open/product/import', { token, form: file });
    for (let number = 0; number < bulks; number += 1) {
      const products = productsOf(number, size === 'full' ? 400 : 40);
      bulk_ms.push(await seller.time('POST', '/api/open/product/bulk', { products }));
    }
    report(
      `${bulks} × product/bulk of ${size === 'full' ? 400 : 40} products with 12 variations: the slowest`,
      `${Math.max(...bulk_ms).toFixed(0)} ms`,
      Math.max(...bulk_ms) < BULK_MS,
    );
    const { data } = (await importing).body;
    const found = await seller.call('GET', '/api/open/product/search?keyword=gamis&per_page=5');
    const [product] = found.body.data;
    const [variation] = product.variations;
    const order = {
      order_date: today(),
      customer_sender_id: customer_id,
      customer_receiver_id: customer_id,
      supplier_id: suppliers.body.data[0].id,
      is_print: false,
      products: [{ id: variation.id, qty: 1, product_status: 'S' }],
      expedition: { id: 1, rate: 10_000, name: 'JNE', auto_pickup: false },
      payment: { status: 'UNPAID' },
      order_cost: [],
      source: 'WEB',
    };
    const calls: [method: string, path: string, body?: object][] = [
      ['GET', '/api/open/product/search'],
      ['GET', '/api/open/product/search?order_by=MOST_STOCK&per_page=100'],
      ['GET', '/api/open/product/search?keyword=biru%20gamis'],
      ['GET', '/api/open/product/search?keyword=gamsi'],
      ['GET', '/api/open/product/variation?keyword=F1-3'],
      ['GET', `/api/open/product/${product.id}/detail`],
      ['GET', '/api/open/stock-opname/variation?warehouse_id=0&keyword=gamis'],
      ['POST', '/api/open/order', order],
      ['GET', '/api/open/order'],
      ['GET', '/api/open/order/details'],
      ['GET', '/api/open/order?keyword=gamis'],
      ['GET', '/api/open/customer?keyword=siti'],
      ['PATCH', '/api/open/product/sync-stock', { variation_id: variation.id, amount: 50 }],
      ['GET', `/api/open/product/import/${data.id}`],
      ['GET', `/api/open/product/import/${data.id}/rows`],
    ];
    for (const [method, path, body] of calls) {
      const ms = await seller.time(method, path, body);
      report(`${method} ${path} right after`, `${ms.toFixed(0)} ms`, ms < ANSWER_MS);
    }
  },
};

function caller(server: ServerProcess, token: string) {
  const call = async (method: string, path: string, input?: object) => {
    const query =
      method === 'GET' && input !== undefined
        ? `?${new URLSearchParams(input as Record<string, string>).toString()}`
        : '';
    const answer = await send(server, method, path + query, { token, ...(query === '' && { body: input }) });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return { ...answer, headers: {}, text: '' };
  };
  const time = async (method: string, path: string, body?: object) => {
    const began = performance.now();
    await call(method, path, body);
    return performance.now() - began;
  };
  return { call, time };
}

function productsOf(number: number, count: number): object[] {
  return Array.from({ length: count }, (_, product) => ({
    name: `Gamis Ceruty Motif ${number} ${product}`,
    product_type: 'S',
    weight: 200,
    has_variation: 'Y',
    variations: Array.from({ length: 12 }, (__, variation) => ({
      sku: `F${number}-${product}-${variation}`,
      color: ['Merah', 'Biru Tua', 'Hitam Pekat'][variation % 3],
      size: String(variation),
      price: 100_000,
      price_buy: 50_000,
      stock_quantity: 5,
    })),
  }));
}

function importOf(rows: number): FormData {
  const lines = Array.from({ length: rows }, (_, row) => `Tas Kulit ${row};TAS-${row};120000;7\n`);
  const form = new FormData();
  form.set('file', new Blob([`Nama produk;SKU;Harga;Stok\n${lines.join('')}`]), 'produk.csv');
  return form;
}
