import type { ServerProcess } from '../test/server-process.ts';
import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { load, type Call, type Measured } from './load.ts';
import type { BenchShop } from './shop.ts';

/** Malang to Jakarta, by official codes. */
const WAY = 'origin_id=357302&destination_id=317101&price=120000';
const TARIFF_ROWS = 300_000;
const ROUNDS = 7;

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
  const rates = get(`/api/open/expedition/cost?${WAY}&weight=2000`);
  for (const title of ['estimates', `${TARIFF_ROWS} rows of a tariff`]) {
    if (title !== 'estimates') await fillTariff(database, shop_id);
    for (const connections of [1, 16]) {
      const second = async (calls: Call[]) => load(base_url, calls, { connections, duration_s: 1 });
      await second(rates);
      const pairs: { ours: Measured; other: Measured }[] = [];
      // In turn, so that what else the machine does meets both.
      for (let round = 0; round < ROUNDS; round += 1)
        pairs.push({ ours: await second(rates), other: await second(beside) });
      const ours = medianOf(pairs.map((pair) => pair.ours));
      const other = medianOf(pairs.map((pair) => pair.other));
      print(title, connections === 1 ? '1 connection' : '16 connections', ours);
      print('', 'active services', other);
      const ratio = medianOf(pairs.map((pair) => ratioOf(pair))).p95_ms;
      const least_ms = Math.min(...pairs.map((pair) => pair.ours.p95_ms));
      console.log(
        `${''.padEnd(28)} ratio of p95 ${ratio.toFixed(2)}; p95 of the quietest second ${least_ms.toFixed(1)} ms` +
          (connections === 1 ? `; under 10 ms: ${ours.p95_ms < 10 ? 'yes' : 'no'}` : ''),
      );
    }
  }
}

/** Of each figure the median of all rounds. */
function medianOf(rounds: readonly Measured[]): Measured {
  const median = (name: keyof Measured) =>
    rounds.map((round) => round[name]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  return {
    per_second: median('per_second'),
    p50_ms: median('p50_ms'),
    p95_ms: median('p95_ms'),
    p99_ms: median('p99_ms'),
  };
}

function ratioOf({ ours, other }: { ours: Measured; other: Measured }): Measured {
  return {
    per_second: ours.per_second / other.per_second,
    p50_ms: ours.p50_ms / other.p50_ms,
    p95_ms: ours.p95_ms / other.p95_ms,
    p99_ms: ours.p99_ms / other.p99_ms,
  };
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
