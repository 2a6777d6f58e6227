import { describe, expect, test } from 'vitest';
import { addAwb, codOrder, report } from '../../../../test/cod-scene.ts';
import { NET, PAYOUT, payoutScene } from '../../../../test/payout-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { codLimits } from './limits.ts';
import { readPayoutRow } from './payout-columns.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = payoutScene();
const { upload, uploaded, apply, undo, lines, queue, order, parcels } = scene;

/** Parcels with the AWB numbers JP1, JP2 …, delivered. */
const delivered = (count: number) =>
  scene.delivered(...Array.from({ length: count }, (_, index) => `JP${index + 1}`));

const csv = (...lines: string[]) => ['No. Resi;Nilai COD;Biaya COD;Nominal Bersih', ...lines].join('\n');
const applied = async (content: string, fields?: Record<string, string>) =>
  apply((await uploaded(content, fields)).id);
const resolve = (id: number, input: object) => scene.shop.call('POST', `${PAYOUT}/queue/${id}`, input);
const statuses = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe('a payout file', () => {
  test('is previewed, and pays the orders of exact lines when it is applied', async () => {
    const [first = 0, second = 0] = await delivered(3);
    const file = csv(`JP1;110.000;3.300;${NET}`, `jp2;110000;3300;96.700`);
    const preview = await uploaded(file);
    expect(preview).toMatchObject({
      vendor: 'JNE',
      status: 'READY',
      bank_id: scene.stall.bank_id,
      date: '2026-01-09',
      settled_idr: 0,
      counts: { rows: 2, settled: 2, queued: 0, repeated: 0, wrong: 0 },
    });
    expect(await order(first)).toMatchObject({ payment_status: 'UNPAID' });
    expect(await apply(preview.id)).toMatchObject({ status: 'APPLIED', settled_idr: 2 * NET });
    for (const id of [first, second])
      expect(await order(id)).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
    const history = { id: String(first) };
    const { data } = expectOk(await scene.shop.call('GET', '/api/open/order/payment-history', history)).body;
    expect(data).toMatchObject([
      { bank_id: String(scene.stall.bank_id), paid_at: '2026-01-09', nominal: 'Rp110.000', status: 'PAID' },
    ]);
    expect((await parcels()).map(({ awb_number }: any) => awb_number)).toEqual(['JP3']);
  });

  test('is one payout however often it comes, and so is a line', async () => {
    const [id = 0] = await delivered(2);
    const file = csv(`JP1;;;${NET}`);
    const { id: payout_id } = await applied(file);
    expect(await uploaded(file)).toMatchObject({ id: payout_id, status: 'APPLIED' });
    expect(await apply(payout_id)).toMatchObject({ settled_idr: NET });
    // The same line in another file, and twice in it.
    const second = await uploaded(csv(`JP1;;;${NET}`, `JP2;;;${NET}`, `JP2;;;${NET}`));
    expect(second.counts).toMatchObject({ rows: 3, settled: 1, repeated: 2 });
    expect(await apply(second.id)).toMatchObject({ settled_idr: NET, counts: { settled: 1, repeated: 2 } });
    const history = expectOk(
      await scene.shop.call('GET', '/api/open/order/payment-history', { id: String(id) }),
    );
    expect(history.body.data).toHaveLength(1);
  });

  test('twice at the same time, applied by many at once, pays once', async () => {
    const [id = 0] = await delivered(1);
    const file = csv(`JP1;;;${NET}`);
    const answers = await Promise.all([upload(file), upload(file), upload(file)]);
    const payouts = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.data.id));
    const { id: payout_id } = await uploaded(file);
    await Promise.all(
      [...payouts, payout_id, payout_id].map((each) => scene.shop.call('POST', `${PAYOUT}/${each}/apply`)),
    );
    const other = await uploaded(`${file}\n`);
    await Promise.all([apply(other.id), apply(other.id)]);
    expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
    const { rows } = await scene.app.database.pool.query(
      'select count(*)::int as payments, sum(amount_idr)::int as paid from order_payments where shop_id = $1',
      [scene.shop.shop_id],
    );
    expect(rows).toEqual([{ payments: 1, paid: 110_000 }]);
    expect(await parcels()).toEqual([]);
  });

  test('is undone with the payments, and can come again', async () => {
    const [id = 0] = await delivered(2);
    const file = csv(`JP1;;;${NET}`, `JP2;;;1`, `JP9;;;5`);
    const { id: payout_id } = await applied(file);
    expect(await queue()).toHaveLength(2);
    expect(await undo(payout_id)).toMatchObject({ status: 'UNDONE', settled_idr: 0 });
    expect(await undo(payout_id)).toMatchObject({ status: 'UNDONE' });
    expect(await order(id)).toMatchObject({ payment_status: 'UNPAID', remaining_amount: 110_000 });
    expect(await queue()).toEqual([]);
    expect((await scene.shop.call('POST', `${PAYOUT}/${payout_id}/apply`)).status).toBe(409);
    const again = await applied(file);
    expect(again.id).not.toBe(payout_id);
    expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
  });

  test('of many lines is applied and undone by a job', async () => {
    const [id = 0] = await delivered(1);
    const others = Array.from(
      { length: codLimits.cod_payout_rows_at_once },
      (_, index) => `X${index};;;${NET}`,
    );
    const { id: payout_id } = await uploaded(csv(...others, `JP1;;;${NET}`));
    expect(await apply(payout_id)).toMatchObject({ status: 'APPLYING', job_id: expect.any(Number) });
    expect((await scene.shop.call('POST', `${PAYOUT}/${payout_id}/undo`)).status).toBe(409);
    await scene.app.runJobs();
    expect(expectOk(await scene.shop.call('GET', `${PAYOUT}/${payout_id}`)).body.data).toMatchObject({
      status: 'APPLIED',
      counts: { settled: 1, queued: others.length },
    });
    expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
    await undo(payout_id);
    await scene.app.runJobs();
    expect(await order(id)).toMatchObject({ payment_status: 'UNPAID' });
  });

  test.each([
    ['without parcels', 'Nominal Bersih;Biaya COD\n1;2', 'file'],
    ['without amounts', 'No. Resi;Nilai COD\nJP1;2', 'file'],
    ['of another kind', '%PDF-1.4', 'file'],
  ])('%s is refused', async (_title, content, field) => {
    const answer = await upload(content);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual([field]);
  });

  test('of a bank account that is not the shop’s is refused', async () => {
    const answer = await upload(csv('JP1;;;1'), { bank_id: '999999' });
    expect(Object.keys(answer.body.message)).toEqual(['bank_id']);
  });
});

test.each<[Record<string, string | number>, object, string | undefined]>([
  [{ awb_number: ' jp 12 ', net_idr: 'Rp 12.500,00' }, { awb_number: 'JP12', net_idr: 12_500 }, undefined],
  [{ awb_number: 123_456, net_idr: -12_000 }, { awb_number: '123456', net_idr: -12_000 }, undefined],
  [{ po_number: 'INV.2021.01.18.505', net_idr: '(12.000)' }, { po_number: 505, net_idr: -12_000 }, undefined],
  [
    { po_number: '#77', net_idr: '-1,000', paid_on: '31/01/2026' },
    { po_number: 77, paid_on: '2026-01-31' },
    undefined,
  ],
  [{ po_number: 7, net_idr: 1, paid_on: '2026-01-31 10:00' }, { paid_on: '2026-01-31' }, undefined],
  [{ net_idr: 1 }, {}, 'WITHOUT_PARCEL'],
  [{ awb_number: 'Total', net_idr: '12,5' }, {}, 'NET_UNREADABLE'],
  [{ awb_number: 'JP1', net_idr: 1, cod_idr: 'satu' }, {}, 'AMOUNT_UNREADABLE'],
])('a row %j is read', (cells, facts, fault) => {
  const read = readPayoutRow(cells);
  expect(read.facts).toMatchObject(facts);
  expect(read.fault).toBe(fault);
});

describe('the queue', () => {
  test('has what does not match exactly, with the reason', async () => {
    await delivered(3);
    const waiting = await codOrder(scene.shop, scene.stall);
    await addAwb(scene.shop, waiting, 'JP7');
    await applied(csv(`JP1;;;${NET}`));
    const { id } = await applied(
      csv(`JP2;;;${NET - 1}`, `JP3;;;${NET + 1}`, `JP9;;;5`, `JP7;;;${NET}`, `JP1;;;500`, ';;;3', `JP2;;;x`),
    );
    expect((await lines(id)).map(({ row, status, fault }: any) => [row, status, fault])).toEqual([
      [2, 'QUEUED', 'SHORT'],
      [3, 'QUEUED', 'OVER'],
      [4, 'QUEUED', 'UNKNOWN'],
      [5, 'QUEUED', 'NOT_DELIVERED'],
      [6, 'QUEUED', 'ALREADY_PAID'],
      [7, 'WRONG', 'WITHOUT_PARCEL'],
      [8, 'WRONG', 'NET_UNREADABLE'],
    ]);
    expect(await queue({ fault: 'short' })).toMatchObject([
      { awb_number: 'JP2', net: NET - 1, expected: NET, difference: -1 },
    ]);
  });

  test('a difference is accepted and written off, which pays the order', async () => {
    const [id = 0] = await delivered(1);
    await applied(csv(`JP1;;;90000`));
    const [line] = await queue();
    expect((await resolve(line.id, { action: 'ACCEPT' })).status).toBe(422);
    const resolved = expectOk(await resolve(line.id, { action: 'accept', reason: 'Potongan asuransi' })).body
      .data;
    expect(resolved).toMatchObject({ status: 'SETTLED', reason: 'Potongan asuransi', difference: -6_700 });
    expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
    expect(await parcels()).toEqual([]);
    expect((await resolve(line.id, { action: 'MATCH' })).status).toBe(409);
    // Undone, nothing of it stays.
    await undo(line.payout_id);
    expect(await parcels()).toMatchObject([{ amount: NET, paid: 0, written_off: 0 }]);
    expect(await order(id)).toMatchObject({ payment_status: 'UNPAID' });
  });

  test('a line is matched with an order, or ignored; by many at once it is resolved once', async () => {
    const [first = 0] = await delivered(2);
    await applied(csv(`SALAH;;;${NET}`, `HILANG;;;7`));
    const [line, other] = await queue();
    expect((await resolve(line.id, { action: 'ACCEPT', reason: 'x' })).status).toBe(422);
    expect((await resolve(line.id, { action: 'MATCH', order_id: 999_999 })).status).toBe(422);
    const answers = await Promise.all(
      [1, 2, 3].map(() => resolve(line.id, { action: 'MATCH', order_id: first })),
    );
    expect(statuses(answers)).toEqual([200, 409, 409]);
    expect(await order(first)).toMatchObject({ payment_status: 'PAID' });
    expectOk(await resolve(other.id, { action: 'IGNORE', reason: 'Bukan milik toko' }));
    expect(await queue()).toEqual([]);
  });

  test('a parcel that is said to be delivered afterwards is matched anew', async () => {
    const id = await codOrder(scene.shop, scene.stall);
    await addAwb(scene.shop, id, 'JP7');
    await applied(csv(`JP7;;;${NET}`));
    const [line] = await queue();
    expect(line).toMatchObject({ fault: 'NOT_DELIVERED', order_id: id });
    await report(scene.shop, id, 'DELIVERED', 'STAFF');
    await scene.app.readEvents();
    expectOk(await resolve(line.id, { action: 'MATCH' }));
    expect(await order(id)).toMatchObject({ payment_status: 'PAID' });
  });

  test('an order that was paid otherwise is looked at, and never paid twice', async () => {
    const [id = 0] = await delivered(1);
    const payment = { status: 'PAID', date: '2026-01-05', bank_id: scene.stall.bank_id };
    expectOk(await scene.shop.call('PATCH', '/api/open/order/quick-payment', { id, payment }));
    await applied(csv(`JP1;;;${NET}`));
    const [line] = await queue();
    expect(line).toMatchObject({ fault: 'ORDER_PAID' });
    expectOk(await resolve(line.id, { action: 'ACCEPT', reason: 'Pembeli sudah transfer' }));
    expect(await order(id)).toMatchObject({ payment_status: 'PAID', remaining_amount: 0 });
    expect(await parcels()).toEqual([]);
  });
});

describe('a payout by hand', () => {
  const record = (input: object) =>
    scene.shop.call('POST', PAYOUT, { bank_id: scene.stall.bank_id, date: '2026-01-09', ...input });

  test('pays parcels what is open, and one that came back is settled by what it costs', async () => {
    const [first = 0] = await delivered(2);
    const back = await codOrder(scene.shop, scene.stall);
    for (const status of ['ON_PROCESS', 'RETURNED'] as const) await report(scene.shop, back, status);
    await scene.app.readEvents();
    const named = { parcels: [{ order_id: first }, { order_id: back, amount: '-15000' }] };
    expect(expectOk(await record(named)).body.data).toMatchObject({
      source: 'HAND',
      vendor: 'JNE',
      status: 'APPLIED',
      settled_idr: NET - 15_000,
    });
    expect(await order(first)).toMatchObject({ payment_status: 'PAID' });
    expect(await order(back)).toMatchObject({ payment_status: 'UNPAID' });
    const again = await record({ parcels: [{ order_id: first }] });
    expect(Object.keys(again.body.message)).toEqual(['parcels.0.order_id']);
  });

  test('pays a whole invoice, which is complete then and open again when it is undone', async () => {
    await delivered(2);
    expectOk(await scene.shop.call('POST', '/api/open/shipping/invoice'));
    const invoices = async () =>
      expectOk(await scene.shop.call('GET', '/api/open/shipping/invoice')).body.data;
    const [{ id: invoice_id }] = await invoices();
    const twins = await Promise.all([record({ invoice_id }), record({ invoice_id })]);
    expect(statuses(twins)).toEqual([200, 422]);
    expect(await invoices()).toMatchObject([{ status: 'COMPLETE', total: 'Rp193.400' }]);
    const { data } = twins.find(({ status }) => status === 200)?.body ?? {};
    await undo(data.id);
    expect(await invoices()).toMatchObject([{ status: 'PENDING' }]);
  });

  test('its payment of the order is removed with the payout only', async () => {
    const [order_id = 0] = await delivered(1);
    expectOk(await record({ parcels: [{ order_id }] }));
    const answer = await scene.shop.call('DELETE', `/api/open/order/installment/${order_id}`);
    expect(answer.status).toBe(422);
    expect(answer.body.message.payment_id[0]).toMatch(/payout/);
  });
});

test('what the vendor keeps is the balance until it is withdrawn, and pays the orders then', async () => {
  const [first = 0] = await delivered(2);
  const { id } = await applied(csv(`JP1;;;${NET}`, `JP2;;;${NET}`), { bank_id: '' });
  const payments = async () => expectOk(await scene.shop.call('GET', '/api/open/shipping/payment')).body;
  expect(await payments()).toMatchObject({
    data: [
      {
        vendor: 'JNE',
        invoice_number: null,
        description: expect.stringMatching(
          /^COD Reconsiliation \d\d [A-Z][a-z]{2} \d{4} - \d\d [A-Z][a-z]{2} \d{4}$/,
        ),
        total: 'Rp193.400',
        status: 'PENDING',
      },
    ],
    withdrawable_balance: 'Rp193.400',
  });
  expect(await order(first)).toMatchObject({ payment_status: 'UNPAID' });
  const withdraw = () =>
    scene.shop.call('POST', `${PAYOUT}/${id}/withdraw`, { bank_id: scene.stall.bank_id, date: '2026-01-12' });
  const twins = await Promise.all([withdraw(), withdraw()]);
  expect(statuses(twins)).toEqual([200, 422]);
  expect(await payments()).toMatchObject({ data: [{ status: 'COMPLETE' }], withdrawable_balance: 'Rp0' });
  expect(await order(first)).toMatchObject({ payment_status: 'PAID' });
  await undo(id);
  expect(await order(first)).toMatchObject({ payment_status: 'UNPAID' });
  expect(await payments()).toMatchObject({ data: [], withdrawable_balance: 'Rp0' });
});

test('a parcel that comes back after it was paid out is owed to the courier', async () => {
  const [id = 0] = await delivered(1);
  await applied(csv(`JP1;;;${NET}`));
  await report(scene.shop, id, 'RETURNED');
  await scene.app.readEvents();
  expect(await parcels()).toMatchObject([{ figure: 'FAILED', amount: -15_000 - NET }]);
});

test('COD is told by courier and age, and each figure opens to its parcels', async () => {
  await delivered(2);
  const way = await codOrder(scene.shop, scene.stall);
  await report(scene.shop, way, 'ON_PROCESS');
  const back = await codOrder(scene.shop, scene.stall);
  for (const status of ['ON_PROCESS', 'RETURNED'] as const) await report(scene.shop, back, status);
  await scene.app.readEvents();
  await applied(csv(`JP1;;;5`));
  const ageing = async () => expectOk(await scene.shop.call('GET', '/api/open/shipping/cod')).body.data;
  const figures = async () =>
    Object.fromEntries((await ageing())[0].figures.map(({ figure, ...rest }: any) => [figure, rest]));
  expect(await figures()).toMatchObject({
    ON_ITS_WAY: { parcels: 1, amount: 110_000 },
    NOT_INVOICED: { parcels: 2, amount: 2 * NET },
    FAILED: { parcels: 1, amount: -15_000 },
  });
  expect((await ageing())[0]).toMatchObject({ courier: 'jne', queue: { lines: 1, amount: 5 } });
  expectOk(await scene.shop.call('POST', '/api/open/shipping/invoice'));
  for (const [days, figure] of [
    [7, 'UNPAID_0_7'],
    [8, 'UNPAID_8_14'],
    [15, 'UNPAID_15_30'],
    [31, 'UNPAID_OVER_30'],
  ] as const) {
    await scene.app.database.pool.query(
      `update cod_parcels set invoiced_on = (now() at time zone s.time_zone)::date - $2::int
       from shops s where s.id = shop_id and shop_id = $1 and invoiced_on is not null`,
      [scene.shop.shop_id, days],
    );
    expect(await figures()).toMatchObject({ [figure]: { parcels: 2, amount: 2 * NET } });
    expect(await parcels({ figure })).toHaveLength(2);
  }
  expect(await parcels({ figure: 'failed' })).toMatchObject([{ order_id: back, amount: -15_000 }]);
  expect(await parcels({ figure: 'on_its_way' })).toMatchObject([
    { order_id: way, figure: 'ON_ITS_WAY', amount: 110_000 },
  ]);
  expect(await parcels({ courier: 'sicepat' })).toEqual([]);
});

test('the report has each day, each courier, and their sums, and is a file too', async () => {
  const [first = 0] = await delivered(2);
  const back = await codOrder(scene.shop, scene.stall, {
    expedition: { id: 10_008, rate: 7_000, auto_pickup: false },
  });
  for (const status of ['ON_PROCESS', 'RETURNED'] as const) await report(scene.shop, back, status);
  await scene.app.readEvents();
  await scene.app.database.pool.query(
    `update shipments set left_at = left_at - interval '3 days' where shop_id = $1 and order_id = $2`,
    [scene.shop.shop_id, first],
  );
  const get = async (input = {}) =>
    expectOk(await scene.shop.call('GET', '/api/open/shipping/report', input)).body.data;
  const { summary, by_date, by_courier, start_date, end_date } = await get();
  expect(summary.package).toBe(3);
  expect(summary).toMatchObject({ delivered: 2, returned: 1, shipping_cost: 27_000 });
  expect(by_date).toHaveLength(7);
  expect([by_date[0].date, by_date[6].date]).toEqual([start_date, end_date]);
  expect(by_date[3]).toMatchObject({ package: 1, delivered: 1, cod_amount: 110_000 });
  expect(by_courier.map(({ courier }: any) => courier)).toEqual(['jne', 'sicepat']);
  expect((await get({ interval: '1' })).summary.package).toBe(2);
  expect((await get({ courier: 'SICEPAT' })).summary).toMatchObject({
    package: 1,
    returned: 1,
    cod_amount: 107_000,
  });
  expect((await scene.shop.call('GET', '/api/open/shipping/report', { interval: '32' })).status).toBe(422);
  const file = expectOk(await scene.shop.call('GET', '/api/open/shipping/report/download'));
  expect(file.text.trim().split(/\r?\n/)).toHaveLength(4);
});

test('the couriers that collect are those of active services, and custom ones with COD', async () => {
  const custom = { name: 'Kurir Toko', fee: 5_000, is_cod: true };
  expectOk(await scene.shop.call('POST', '/api/open/setting/courier/custom', custom));
  const { data } = expectOk(await scene.shop.call('GET', '/api/open/shipping/cod-active')).body;
  expect(data).toContainEqual({
    expedition_name: 'jne',
    logo_url: expect.stringMatching(/^http:\/\/ngorder\.test\/.*jne/),
  });
  expect(data.at(-1).expedition_name).toBe('Kurir Toko');
  expect(data.map(({ expedition_name }: any) => expedition_name)).not.toContain('tiki');
});
