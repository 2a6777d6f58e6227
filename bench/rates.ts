import type { ServerProcess } from '../test/server-process.ts';
import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { load, type Call, type Measured } from './load.ts';
import type { BenchShop } from './shop.ts';

/** Malang to Jakarta, by official codes. */
const WAY = 'origin_id=357302&destination_id=317101&price=120000';
const TARIFF_ROWS = 300_000;

/**
 * Rates from the shop's tariff and from estimates, of all services, beside the list of active services of the same shop,
 * which reads and answers as many.
 */
export async function measureRates(
  { base_url }: ServerProcess,
  database: DatabaseServer,
  { shop_id, token, call }: BenchShop,
  print: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  const { body } = await call('GET', '/api/open/setting/courier');
  const ids = (group: string) => body.data[group].map(({ id }: { id: number }) => String(id));
  await call('PATCH', '/api/open/setting/courier/all', {
    regular: ids('Regular'),
    express: ids('Express'),
    trucking: ids('Trucking'),
  });
  const get = (path: string): Call[] => [{ method: 'GET', path, token }];
  const beside = get('/api/open/expedition/active?per_page=100');
  for (const title of ['estimates', `${TARIFF_ROWS} rows of a tariff`]) {
    if (title !== 'estimates') await fillTariff(database, shop_id);
    for (const connections of [1, 16]) {
      const run = { connections, duration_s: 4 };
      const rates = (n: number) => get(`/api/open/expedition/cost?${WAY}&weight_grams=${n}`);
      await load(base_url, rates(1_000), { connections, duration_s: 2 });
      const who = connections === 1 ? '1 connection' : '16 connections';
      const measured = await load(base_url, rates(1_500), run);
      print(connections === 1 ? title : '', who, measured);
      const other = await load(base_url, beside, run);
      print('', 'active services', other);
      console.log(`${''.padEnd(28)} p95 ratio ${(measured.p95_ms / other.p95_ms).toFixed(2)}`);
      if (connections === 1 && measured.p95_ms >= 10)
        throw new Error(`rates take ${measured.p95_ms.toFixed(1)} ms (p95), more than 10 ms`);
    }
  }
}

/** Every service to every district, as couriers publish it. */
async function fillTariff(database: DatabaseServer, shop_id: number): Promise<void> {
  await database.pool.query(
    `insert into tariffs (shop_id, service_id, destination, origin_code, first_kg_idr, next_kg_idr, min_kg, updated_at)
     select $1, service_id, d.code::text, 0, 9000, 9000, 1, now()
     from unnest(array[1, 2, 3, 8, 11, 42, 44, 52, 57, 349, 350, 363, 700, 900, 902, 903, 915, 921, 10001, 10002, 10003,
       10004, 10005, 10006, 10007, 10008, 10009, 10010, 10011, 10012, 10013, 10014, 10015, 10016, 10017, 10018, 10019,
       10020, 10021, 10022, 10023, 10024, 10025]) service_id, districts d
     order by d.code limit $2`,
    [shop_id, TARIFF_ROWS],
  );
}
