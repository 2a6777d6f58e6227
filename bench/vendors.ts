import type { ServerProcess } from '../test/server-process.ts';
import { startServerProcess } from '../test/server-process.ts';
import { VENDOR_KEY, type Behaviour, type CourierLoopback } from '../test/integrations/courier-vendor.ts';
import { LOOPBACKS } from '../test/integrations/courier-vendors.ts';
import { load, type Call, type Measured } from './load.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const BOOKINGS = 300;
const TRACKED = 50;
const ROUNDS = 7;
const ROUND_S = 3;
/** What a shop asks of its vendors meanwhile, each so often in a second: rates of a parcel, and where one is. */
const ASKED_PER_SECOND = 5;
const PROMISED = 1.2;

const SLOW: readonly Behaviour[] = [
  { wait_ms: 2_000 },
  { wait_ms: 5_000 },
  { wait_ms: 9_000 },
  'silence',
  'hang up',
  'garbage',
  { status: 500 },
];

/** What vendors do, each named as the line of the report. */
const VENDORS: [what: string, behaviour: () => Behaviour][] = [
  ['vendors hang for seconds', () => SLOW[Math.floor(Math.random() * SLOW.length)]],
  ['vendors fail at once', () => ({ status: 500 })],
];

/**
 * Orders of a shop, placed while its vendors fail in bookings, rates and tracking, beside the same while they answer, and
 * alone: in turn, so that what else the machine does meets all.
 * @param print prints a row of figures
 */
export async function measureVendors(
  number: number,
  print: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  const vendors = [await LOOPBACKS.biteship.open(), await LOOPBACKS.shipper.open()] as const;
  const [biteship, shipper] = vendors;
  const server = await startServerProcess({ BITESHIP_URL: biteship.url, SHIPPER_URL: shipper.url });
  try {
    for (const vendor of vendors) vendor.behave(() => undefined);
    const shop = await openBenchShop(server.base_url, number);
    const work = await fillWork(shop, vendors);
    for (const [what, behaviour] of VENDORS)
      for (const connections of [1, 4]) {
        const rounds: { alone: Measured; healthy: Measured; failing: Measured }[] = [];
        const place = () => load(server.base_url, [orderCall(shop)], { connections, duration_s: ROUND_S });
        const placeBeside = async (how: () => Behaviour, retried: number[]) => {
          for (const vendor of vendors) vendor.behave(how);
          const asking = await askAll(server, shop, { ...work, booking_ids: retried });
          const measured = await place();
          await asking.end();
          // What still waits is answered now.
          for (const vendor of vendors) vendor.behave(() => ({ status: 503 }));
          return measured;
        };
        await place();
        for (let round = 0; round < ROUNDS; round += 1)
          rounds.push({
            alone: await place(),
            healthy: await placeBeside(() => undefined, []),
            failing: await placeBeside(behaviour, work.booking_ids),
          });
        const of = (side: keyof (typeof rounds)[number]) => medianOf(rounds.map((round) => round[side]));
        print('orders alone', `${connections} connection${connections > 1 ? 's' : ''}`, of('alone'));
        print('vendors answer', '', of('healthy'));
        print(what, '', of('failing'));
        const ratio = (side: 'alone' | 'healthy') =>
          median(rounds.map((round) => round.failing.p95_ms / round[side].p95_ms)).toFixed(2);
        console.log(
          `${''.padEnd(28)} p95 ${ratio('healthy')} times that beside vendors that answer (promised: ${PROMISED}), ${ratio('alone')} times that of orders alone`,
        );
      }
    const asked = vendors.reduce((sum, { requests }) => sum + requests.length, 0);
    console.log(`${''.padEnd(28)} vendors were asked ${asked} times`);
  } finally {
    await server.stop();
    for (const vendor of vendors) vendor.close();
  }
}

/** What a shop has that vendors are asked of. */
interface Work {
  /** Bookings that wait, by their ids. */
  booking_ids: number[];
  /** Orders with an AWB number. */
  tracked_ids: number[];
}

/** Connects the shop, requests the pickup of many parcels while vendors are down, and has others with AWB numbers. */
async function fillWork(shop: BenchShop, vendors: readonly CourierLoopback[]): Promise<Work> {
  const { call } = shop;
  const [supplier] = (await call('GET', '/api/open/supplier')).body.data;
  const change = { supplier_id: supplier.id, name: supplier.name, phone: '081234567890' };
  await call('PATCH', '/api/open/supplier/update', {
    ...change,
    address: 'Jl. Merdeka 1',
    district_id: 317101,
  });
  for (const vendor of ['biteship', 'shipper'])
    await call('PUT', '/api/open/setting/courier/connection', { vendor, api_key: VENDOR_KEY });
  await call('PATCH', '/api/open/setting/courier/all', {
    regular: ['1', '3', '349'],
    express: [],
    trucking: [],
  });
  for (const vendor of vendors) vendor.behave(() => ({ status: 503 }));
  const bank_id = (await call('GET', '/api/open/bank')).body.data[0].bank_id as number;
  const payment = { status: 'PAID', date: shop.order['order_date'], bank_id };
  const place = async (more: object) =>
    (await call('POST', '/api/open/order', { ...shop.order, ...more })).body.data.order_id as number;
  const tracked_ids: number[] = [];
  for (let at = 0; at < TRACKED; at += 1) tracked_ids.push(await place({ awb_number: `AWB-${at}` }));
  for (let at = 0; at < BOOKINGS; at += 100) {
    const ids: number[] = [];
    for (let one = 0; one < 100; one += 1) ids.push(await place({ payment }));
    await call('POST', '/api/open/shipping/pickup-request', {
      pickup_request: ids.map((id) => ({ id, service: 'PICKUP' })),
    });
  }
  const booking_ids: number[] = [];
  for (let page = 1; booking_ids.length < BOOKINGS; page += 1) {
    const { data } = (
      await call('GET', '/api/open/shipping/work', {
        per_page: '100',
        pagination_offset: String(page),
      })
    ).body;
    booking_ids.push(...(data as { id: number }[]).map(({ id }) => id));
    if (data.length === 0) throw new Error(`only ${booking_ids.length} bookings wait`);
  }
  return { booking_ids, tracked_ids };
}

/** Has all bookings tried again, and asks for rates and tracking in a steady beat, whatever is answered. */
async function askAll(
  { base_url }: ServerProcess,
  { token }: BenchShop,
  { booking_ids, tracked_ids }: Work,
): Promise<{ end: () => Promise<void> }> {
  const ending = new AbortController();
  const sent = new Set<Promise<unknown>>();
  const send = (method: string, path: string) => {
    const answer = fetch(base_url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{}' }),
      signal: ending.signal,
    })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined)
      .finally(() => sent.delete(answer));
    sent.add(answer);
    return answer;
  };
  for (let from = 0; from < booking_ids.length; from += 10)
    await Promise.all(
      booking_ids.slice(from, from + 10).map((id) => send('POST', `/api/open/shipping/work/${id}/retry`)),
    );
  let beat = 0;
  const timer = setInterval(() => {
    beat += 1;
    // Each of its own weight, so that no answer is known already.
    const parcel = `origin_id=317101&destination_id=357302&price=120000&weight=${1 + (beat % 900)}00`;
    void send('GET', `/api/open/expedition/cost?${parcel}`);
    void send('POST', `/api/open/shipping/tracking/${tracked_ids[beat % tracked_ids.length]}/refresh`);
  }, 1_000 / ASKED_PER_SECOND);
  return {
    async end() {
      clearInterval(timer);
      ending.abort();
      await Promise.all(sent);
    },
  };
}

function orderCall(shop: BenchShop): Call {
  return { method: 'POST', path: '/api/open/order', token: shop.token, body: JSON.stringify(shop.order) };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Of each figure the median of all rounds. */
function medianOf(rounds: readonly Measured[]): Measured {
  const of = (name: keyof Measured) => median(rounds.map((round) => round[name]));
  return { per_second: of('per_second'), p50_ms: of('p50_ms'), p95_ms: of('p95_ms'), p99_ms: of('p99_ms') };
}
