import { courierServices, findCourier } from '../src/modules/reference/index.ts';
import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { onHeldServer, type LongestHold } from './held-server.ts';
import { measure } from './load.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const ROWS = 100_000;
const PATH = '/api/open/setting/courier/tariff/import';

/**
 * Times the import of the longest tariff, how long its server's event loop is held, and how long others wait meanwhile,
 * for the machine too.
 * @param number of the shop that imports it
 */
export async function measureTariffImport({ database }: Runtime, number: number): Promise<void> {
  await onHeldServer(async (server, longestHold) =>
    measureOf(server, database, await openBenchShop(server.base_url, number), longestHold),
  );
}

async function measureOf(
  { base_url }: ServerProcess,
  database: Runtime['database'],
  { token, call }: BenchShop,
  longestHold: LongestHold,
): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([await tariffFile(database)]), 'tarif.csv');
  const waits_ms: number[] = [];
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      const began = performance.now();
      await (await fetch(`${base_url}/healthz`)).text();
      waits_ms.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const timed = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    waits_ms.length = 0;
    await longestHold();
    const began = performance.now();
    const result = await work();
    const seconds = (performance.now() - began) / 1000;
    const { p95_ms, p99_ms } = measure(waits_ms, seconds);
    console.log(
      `${title.padEnd(28)} ${seconds.toFixed(1)} s; event loop held ${(await longestHold()).toFixed(0)} ms at most (promised: 50); ` +
        `/healthz p95 ${p95_ms.toFixed(0)} ms, p99 ${p99_ms.toFixed(0)} ms, longest ${Math.max(0, ...waits_ms).toFixed(0)} ms`,
    );
    return result;
  };
  console.log(`\nImport of a tariff of ${ROWS} rows, POST ${PATH}`);
  const id = await timed('upload and check', async () => {
    const answer = await fetch(base_url + PATH, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const { data } = (await answer.json()) as { data: { id: number; counts: { created: number } } };
    // A few districts of a city share a name.
    if (data.counts.created < ROWS * 0.9) throw new Error(`${data.counts.created} rows of ${ROWS} are new`);
    return data.id;
  });
  await timed('preview of a page', () => call('GET', `${PATH}/${id}/rows?per_page=100`));
  await timed('apply', async () => {
    await call('POST', `${PATH}/${id}/apply`, { partial: true });
    while ((await call('GET', `${PATH}/${id}`)).body.data.status !== 'APPLIED')
      await new Promise((resolve) => setTimeout(resolve, 100));
  });
  over.abort();
  await watching;
}

/** A list as couriers publish it: province, city and district by their names. */
async function tariffFile(database: Runtime['database']): Promise<string> {
  const { rows } = await database.pool.query<{ place: string }>(
    `select concat_ws(';', p.name, c.name, d.name) as place from districts d
     join cities c on c.code = d.city_code join provinces p on p.code = c.province_code order by d.code`,
  );
  const services = courierServices.flatMap(({ courier_id, rate_name }) => {
    const courier = findCourier(courier_id);
    return courier === undefined || courier.virtual ? [] : [`${courier.name};${rate_name}`];
  });
  const lines = services.flatMap((service) => rows.map(({ place }) => `${service};${place};9000;2-3`));
  return ['Kurir;Layanan;Provinsi;Kota;Kecamatan;Harga;Estimasi', ...lines.slice(0, ROWS)].join('\n');
}
