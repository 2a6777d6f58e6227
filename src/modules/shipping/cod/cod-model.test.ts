import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAwb, codOrder, report, sendPayoutFile } from '../../../../test/cod-scene.ts';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk, openStall, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { makeInvoices } from './make-invoices.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/*
 * Whatever happens to COD parcels, their invoices and payouts, in whatever order: no rupiah is lost or doubled.
 * COD_RUNS sets how many histories are played.
 */
const RUNS = Number(process.env['COD_RUNS'] ?? 6);
const PARCELS = 6;

const clock = fixedClock('2026-01-05T03:00:00Z');
const DAY_MS = 86_400_000;
const PAYOUT = '/api/open/shipping/payout';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock, zone: 'Asia/Jakarta' });
});
afterAll(() => app.close());

/** One shop with its parcels. */
interface Scene {
  shop: TestShop;
  stall: Stall;
  order_ids: number[];
  payout_ids: number[];
}

type Step = (scene: Scene) => Promise<unknown>;

const which = fc.nat({ max: PARCELS - 1 });
const orderAt = ({ order_ids }: Scene, index: number) => order_ids[index] ?? 0;

/** Days pass, the weeks that end are invoiced by two processes, and the owner signs in anew. */
async function pass(scene: Scene, days: number): Promise<void> {
  const { shop } = scene;
  await app.readEvents();
  await app.runJobs();
  clock.advance(days * DAY_MS);
  await Promise.all([makeInvoices(shop.context()), makeInvoices(shop.context())]);
  const login = expectOk(
    await app.call('POST', '/api/account/login', { email: shop.email, password: shop.password }),
  );
  const authorization = `Bearer ${login.body.data.token}`;
  scene.shop = {
    ...shop,
    call: (method, path, input, headers) => app.call(method, path, input, { authorization, ...headers }),
  };
}

/** What courier and staff report; a step that the parcel's status does not allow is refused, and changes nothing. */
const reported = fc
  .tuple(
    which,
    fc.constantFrom('ON_PROCESS', 'DELIVERED', 'RETURNED', 'READY_TO_SHIP', 'LOST', 'SHIPMENT_PROBLEM'),
  )
  .map(([index, status]): Step => async (scene) => {
    const source = status === 'READY_TO_SHIP' ? 'STAFF' : 'COURIER';
    await report(scene.shop, orderAt(scene, index), status as never, source).catch(() => undefined);
  });

const delivered = which.map(
  (index): Step =>
    (scene) =>
      report(scene.shop, orderAt(scene, index), 'DELIVERED').catch(() => undefined),
);

/**
 * A parcel is received by the shop, which has announced it, or whose courier has said that it came back; how far it is
 * taken, and what becomes of its order. It is refused where the parcel has not left.
 */
const received = fc
  .tuple(which, fc.constantFrom('CANCELED', 'RECEIVED', 'KEEP', 'CANCEL'))
  .map(([index, end]): Step => async (scene) => {
    const { shop } = scene;
    const order_id = orderAt(scene, index);
    const returns = '/api/open/shipping/return';
    await shop.call('POST', returns, { order_id, reason: 'Dikembalikan pembeli' });
    const { rows } = await app.database.pool.query(
      "select id::int from parcel_returns where shop_id = $1 and order_id = $2 and state <> 'CANCELED'",
      [shop.shop_id, order_id],
    );
    const at = `${returns}/${rows[0]?.id ?? 0}`;
    if (end === 'CANCELED') await shop.call('PATCH', at, { state: 'CANCELED' });
    else await shop.call('POST', `${at}/receive`, {});
    if (end === 'KEEP' || end === 'CANCEL') await shop.call('POST', `${at}/settle`, { outcome: end });
  });

const later = fc.integer({ min: 1, max: 9 }).map(
  (days): Step =>
    (scene) =>
      pass(scene, days),
);

const invoicedNow: Step = ({ shop }) => shop.call('POST', '/api/open/shipping/invoice');

/** A line: of which parcel (beyond all: unknown), and how much more than is open; now and then it comes twice. */
const line = fc.record({
  index: fc.nat({ max: PARCELS }),
  more: fc.constantFrom(0, 0, 0, 0, -1_500, 700),
  twice: fc.boolean(),
  in_parts: fc.boolean(),
  by_po_number: fc.boolean(),
});

const imported = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean())
  .map(([lines, is_kept, is_twin]): Step => async (scene) => {
    await app.readEvents();
    const open = await openParcels(scene);
    const rows = lines.flatMap(({ index, more, twice, in_parts, by_po_number }) => {
      const { awb_number, po_number, open_idr } = open[index] ?? {
        awb_number: 'ENTAH',
        po_number: '',
        open_idr: 9,
      };
      const net = open_idr + more;
      const parts = in_parts ? [net - 30_000, 30_000] : [net];
      const of_parcel = parts.map((part) => `${by_po_number ? '' : awb_number};${po_number};${part}`);
      return twice ? [...of_parcel, ...of_parcel] : of_parcel;
    });
    const file = ['No. Resi;No. Pesanan;Nominal Bersih', ...rows].join('\n');
    const fields = { courier: 'jne', ...(!is_kept && { bank_id: String(scene.stall.bank_id) }) };
    const send = () => sendPayoutFile(scene.shop, file, fields);
    const answers = is_twin ? await Promise.all([send(), send()]) : [await send()];
    const ids = answers.flatMap(({ status, body }) => (status === 200 ? [body.data.id as number] : []));
    const apply = (id: number) => scene.shop.call('POST', `${PAYOUT}/${id}/apply`);
    await Promise.all(ids.map(apply));
    scene.payout_ids.push(...new Set(ids));
  });

const recorded = fc
  .tuple(which, fc.constantFrom(0, 0, -2_000))
  .map(([index, more]): Step => async (scene) => {
    await app.readEvents();
    const [parcel] = (await openParcels(scene)).slice(index, index + 1);
    const order_id = orderAt(scene, index);
    const amount = more === 0 ? {} : { amount: (parcel?.open_idr ?? 0) + more };
    const input = { bank_id: scene.stall.bank_id, parcels: [{ order_id, ...amount }] };
    const { status, body } = await scene.shop.call('POST', PAYOUT, input);
    if (status === 200) scene.payout_ids.push(body.data.id);
  });

const paidInvoice: Step = async (scene) => {
  const { data } = expectOk(
    await scene.shop.call('GET', '/api/open/shipping/invoice', { status: 'PENDING' }),
  ).body;
  if (data.length === 0) return;
  const input = { bank_id: scene.stall.bank_id, invoice_id: data[0].id };
  const { status, body } = await scene.shop.call('POST', PAYOUT, input);
  if (status === 200) scene.payout_ids.push(body.data.id);
};

const changed = (what: 'undo' | 'withdraw' | 'apply') =>
  fc.nat({ max: 5 }).map((index): Step => async ({ shop, stall, payout_ids }) => {
    const id = payout_ids[index];
    const input = what === 'withdraw' ? { bank_id: stall.bank_id, date: '2026-01-12' } : {};
    if (id !== undefined) await shop.call('POST', `${PAYOUT}/${id}/${what}`, input);
  });

const resolved = fc
  .record({
    index: fc.nat({ max: 3 }),
    action: fc.constantFrom('MATCH', 'ACCEPT', 'IGNORE'),
    parcel: fc.option(which, { nil: undefined }),
  })
  .map(({ index, action, parcel }): Step => async (scene) => {
    await app.readEvents();
    const { data } = expectOk(await scene.shop.call('GET', `${PAYOUT}/queue`)).body;
    const id = data[index]?.id;
    if (id === undefined) return;
    const order_id = parcel === undefined ? {} : { order_id: orderAt(scene, parcel) };
    const input = { action, reason: 'Disepakati', ...order_id };
    await Promise.all([1, 2].map(() => scene.shop.call('POST', `${PAYOUT}/queue/${id}`, input)));
  });

const history = fc.array(
  fc.oneof(
    { arbitrary: reported, weight: 4 },
    { arbitrary: delivered, weight: 4 },
    { arbitrary: received, weight: 3 },
    { arbitrary: later, weight: 3 },
    { arbitrary: fc.constant(invoicedNow), weight: 1 },
    { arbitrary: imported, weight: 4 },
    { arbitrary: recorded, weight: 2 },
    { arbitrary: fc.constant(paidInvoice), weight: 1 },
    { arbitrary: changed('undo'), weight: 4 },
    { arbitrary: changed('withdraw'), weight: 1 },
    { arbitrary: changed('apply'), weight: 1 },
    { arbitrary: resolved, weight: 5 },
  ),
  { minLength: 5, maxLength: 30 },
);

const RETURN_FEE = { courier_id: 1, return_fee_bp: 5_000 };

async function open(): Promise<Scene> {
  const shop = await app.openShop();
  const stall = await openStall(shop, { stocks: [100] });
  expectOk(await shop.call('PATCH', '/api/open/setting/courier/charge', RETURN_FEE));
  const scene: Scene = { shop, stall, order_ids: [], payout_ids: [] };
  for (let number = 0; number < PARCELS; number += 1) {
    const id = await codOrder(shop, stall);
    await addAwb(shop, id, `JP${number}`);
    scene.order_ids.push(id);
  }
  return scene;
}

/** What is open of the last trip of each parcel; of one that has not left, what a delivery would bring or so. */
async function openParcels({ shop, order_ids }: Scene) {
  const { rows } = await app.database.pool.query(
    `select distinct on (o.id) o.awb_number, o.po_number::text, coalesce(p.open_idr, 5000)::int as open_idr
     from orders as o left join cod_parcels as p on p.shop_id = o.shop_id and p.order_id = o.id
     where o.shop_id = $1 and o.id = any($2) order by o.id, p.trip desc`,
    [shop.shop_id, order_ids],
  );
  return rows as { awb_number: string; po_number: string; open_idr: number }[];
}

const SUMS = `
  select
    (select coalesce(sum(amount_idr), 0) from cod_entries where shop_id = $1)::int as entries,
    (select coalesce(sum(total_idr), 0) from cod_invoices where shop_id = $1)::int as invoices,
    (select coalesce(sum(amount_idr), 0) from cod_entries where shop_id = $1 and invoice_id is null)::int as not_invoiced,
    (select coalesce(sum(l.net_idr), 0) from cod_payout_lines as l join cod_payouts as p
       on p.shop_id = l.shop_id and p.id = l.payout_id
     where l.shop_id = $1 and l.status = 'SETTLED')::int as paid_out,
    (select coalesce(sum(expected_idr - net_idr), 0) from cod_payout_lines
     where shop_id = $1 and status = 'SETTLED')::int as accepted,
    (select coalesce(sum(amount_idr), 0) from cod_settlements where shop_id = $1 and kind = 'PAYOUT')::int as allocated,
    (select coalesce(sum(amount_idr), 0) from cod_settlements where shop_id = $1 and kind = 'WRITE_OFF')::int as written_off,
    (select coalesce(sum(open_idr), 0) from cod_parcels where shop_id = $1)::int as open`;

/** Payments of orders that payouts recorded, against what was collected and is settled on a bank account. */
const ORDERS = `
  select o.id, o.paid_idr::int as paid, o.total_idr::int as total,
    (select coalesce(sum(amount_idr), 0) from order_payments as p
      where p.shop_id = o.shop_id and p.order_id = o.id)::int as payments,
    exists (select 1 from cod_payout_lines as l
      join cod_payouts as p on p.shop_id = l.shop_id and p.id = l.payout_id
      join cod_parcels as c on c.shop_id = l.shop_id and c.order_id = l.order_id and c.trip = l.trip
      where l.shop_id = o.shop_id and l.order_id = o.id and l.status = 'SETTLED' and l.payment_id is not null) as is_settled
  from orders as o where o.shop_id = $1 and o.order_status = 'ACCEPTED'`;

/** What stands on the ledger of the last trip of each parcel that the shop has received. */
const RECEIVED = `
  select r.is_sent_back, p.state, p.cod_idr::int as cod,
    (select coalesce(sum(amount_idr) filter (where e.kind = 'COLLECTED'), 0) from cod_entries as e
      where e.shop_id = p.shop_id and e.order_id = p.order_id and e.trip = p.trip)::int as collected,
    (select coalesce(sum(amount_idr) filter (where e.kind = 'RETURN_FEE'), 0) from cod_entries as e
      where e.shop_id = p.shop_id and e.order_id = p.order_id and e.trip = p.trip)::int as return_fee
  from parcel_returns as r
  join lateral (select * from cod_parcels as p where p.shop_id = r.shop_id and p.order_id = r.order_id
    order by p.trip desc limit 1) as p on true
  where r.shop_id = $1 and r.received_at is not null`;

async function check({ shop }: Scene): Promise<void> {
  const { rows: sums } = await app.database.pool.query(SUMS, [shop.shop_id]);
  const {
    entries,
    invoices,
    not_invoiced,
    paid_out,
    accepted,
    allocated,
    written_off,
    open: is_open,
  } = sums[0];
  // Of the parcels, and of the invoices.
  expect(entries).toBe(invoices + not_invoiced);
  expect(allocated + written_off + is_open).toBe(invoices + not_invoiced);
  expect(allocated).toBe(paid_out);
  // What is undone leaves nothing behind.
  expect(written_off).toBe(accepted);
  const { rows: orders } = await app.database.pool.query(ORDERS, [shop.shop_id]);
  for (const { paid, total, payments, is_settled } of orders) {
    expect(paid).toBe(payments);
    // A payout pays all that the courier collected, once, and an order without one is unpaid here.
    expect(paid).toBe(is_settled ? total : 0);
  }
  const { rows: back } = await app.database.pool.query(RECEIVED, [shop.shop_id]);
  for (const { is_sent_back, state, cod, collected, return_fee } of back)
    // What the courier has delivered and collected it owes, whatever the buyer sends back.
    expect([state, collected, return_fee === 0]).toEqual(
      is_sent_back ? ['COLLECTED', cod, true] : ['CAME_BACK', 0, false],
    );
  const numbers = expectOk(await shop.call('GET', '/api/open/shipping/invoice', { per_page: '100' }))
    .body.data.map(({ invoice_number }: any) => Number(invoice_number.slice(-4)))
    .toSorted((a: number, b: number) => a - b);
  expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1));
  await checkBalance(shop);
}

/** What vendors keep, by the settled lines of payouts without a bank account. */
async function checkBalance(shop: TestShop): Promise<void> {
  const { rows } = await app.database.pool.query(
    `select coalesce(sum(l.net_idr), 0)::int as kept from cod_payout_lines as l
     join cod_payouts as p on p.shop_id = l.shop_id and p.id = l.payout_id
     where l.shop_id = $1 and l.status = 'SETTLED' and p.bank_account_id is null`,
    [shop.shop_id],
  );
  const { withdrawable_balance } = expectOk(await shop.call('GET', '/api/open/shipping/payment')).body;
  expect(Number(withdrawable_balance.replaceAll(/[Rp.]/g, ''))).toBe(rows[0].kept);
}

test(
  'over random parcels, returns, weeks, payouts and resolutions, parcels, invoices, payouts and orders agree',
  { timeout: RUNS * 20_000 + 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const scene = await open();
        for (const step of steps) await step(scene);
        await app.readEvents();
        await check(scene);
        await pass(scene, 14);
        await check(scene);
      }),
      { numRuns: RUNS },
    );
    for (const { title, differences } of await diagnose(app.services.db))
      expect(differences, title).toEqual([]);
  },
);
