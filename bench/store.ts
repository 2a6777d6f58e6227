import type { ServerProcess } from '../test/server-process.ts';
import { load, type Call, type Measured } from './load.ts';
import type { BenchShop } from './shop.ts';

const CONNECTIONS = 16;
const DURATION_S = 6;

/** What a store answers its visitors, beside what the shop's own staff are answered in the same run: their ratio holds between machines. */
export async function measureStore(
  server: ServerProcess,
  shop: BenchShop,
  line: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  const store = `/api/store/${shop.subdomain}`;
  const { data } = (await shop.call('GET', '/api/open/product/search')).body;
  const run = { connections: CONNECTIONS, duration_s: DURATION_S };
  const measured = async (call: Call): Promise<Measured> => {
    await load(server.base_url, [call], { ...run, duration_s: 1 });
    return load(server.base_url, [call], run);
  };
  const beside = await measured({ method: 'GET', path: '/api/open/shop', token: shop.token });
  line('GET /api/open/shop', 'staff', beside);
  for (const [title, path] of [
    ['product', `${store}/product/${data[0].id}`],
    ['products', `${store}/product`],
    ['store', store],
  ] as const) {
    const ours = await measured({ method: 'GET', path });
    line(title, 'guests', ours);
    console.log(`${''.padEnd(28)} ratio ${(ours.per_second / beside.per_second).toFixed(2)}`);
  }
}
