import type { TestShop } from '../test/harness.ts';
import { expectOk } from '../test/stall.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { load, type Call, type Measured } from './load.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const DURATION_S = 8;
/** As many as take the checkouts of a run: each has 999 unique codes. */
const SHOPS = 16;
/** Units of addresses, so that no limit of open checkouts is reached. */
let buyers = 0;

type Line = (title: string, who: string, measured: Measured) => void;

/** How many checkouts stores take, beside the orders that their staff enter in the same run. */
export async function measureCheckouts(
  server: ServerProcess,
  first_number: number,
  line: Line,
): Promise<void> {
  const stores: BenchStore[] = [];
  for (let number = 0; number < SHOPS; number += 1)
    stores.push(await openBenchStore(server.base_url, first_number + number));
  await measureBeside(server, stores, line);
}

interface BenchStore extends BenchShop {
  district_id: number;
}

async function openBenchStore(base_url: string, number: number): Promise<BenchStore> {
  const shop = await openBenchShop(base_url, number);
  const seller = shop as unknown as TestShop;
  const regions = expectOk(
    await seller.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  const district_id: number = regions.body.data[0].id;
  const { supplier_id } = shop.order;
  expectOk(await seller.call('PATCH', '/api/open/supplier/update', { supplier_id, district_id }));
  return { ...shop, district_id };
}

async function measureBeside(server: ServerProcess, stores: BenchStore[], line: Line): Promise<void> {
  for (const [title, connections, count] of [
    ['1 connection', 1, SHOPS],
    ['16 connections, 16 stores', 16, SHOPS],
  ] as const) {
    const used = stores.slice(0, count);
    const run = { connections, duration_s: DURATION_S };
    const by_staff = used.map((store): Call => ({
      method: 'POST',
      path: '/api/open/order',
      token: store.token,
      body: JSON.stringify(store.order),
    }));
    const by_buyers = used.map(checkoutCall);
    for (const calls of [by_staff, by_buyers])
      await load(server.base_url, calls, { connections, duration_s: 2 });
    const orders = await load(server.base_url, by_staff, run);
    line(title, 'orders of staff', orders);
    const checkouts = await load(server.base_url, by_buyers, run);
    line('', 'checkouts of guests', checkouts);
    ratio(checkouts, orders);
  }
}

/** A guest's checkout of the two lines that the staff's order has, each by a buyer of its own. */
function checkoutCall({ subdomain, district_id, stall }: BenchStore): Call {
  return {
    method: 'POST',
    path: `/api/store/${subdomain}/checkout`,
    each() {
      buyers += 1;
      const body = {
        name: 'Rina Wati',
        phone: `0857${String(10_000_000 + buyers)}`,
        address: 'Jl. Kenanga 7',
        district_id,
        products: stall.variation_ids.map((id) => ({ id, qty: 1 })),
        expedition: { id: 1 },
        payment: { method: 'TRANSFER' },
      };
      const address = `10.${(buyers >> 16) & 255}.${(buyers >> 8) & 255}.${buyers & 255}`;
      return { body: JSON.stringify(body), headers: { 'x-forwarded-for': address } };
    },
  };
}

function ratio(ours: Measured, theirs: Measured): void {
  console.log(`${''.padEnd(28)} ratio ${(ours.per_second / theirs.per_second).toFixed(2)}`);
}
