import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { readPdf, textOf } from '../../../test/read-pdf.ts';
import { expectOk } from '../../../test/stall.ts';
import { GatewayError, type GatewayAccount } from '../../integrations/gateway/port.ts';
import { chargeBy, payCharge } from '../sandbox/charges.ts';
import { findAmountDifferences } from './differences.ts';
import { workDue, workOrder } from './work-orders.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let now = new Date('2026-03-10T05:00:00Z');
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
let app: TestApp;
let shop: TestShop;
let signed_in: TestShop['call'];

beforeAll(async () => {
  app = await startTestApp({
    clock: { now: () => now },
    environment: { BILLING: 'on', GATEWAY: 'sandbox' },
    pool_size: 16,
  });
});
beforeEach(async () => {
  now = new Date('2026-03-10T05:00:00Z');
  shop = await app.openShop();
  signed_in = shop.call;
});
afterAll(() => app.close());

const order = async (...packages: string[]) => signed_in('POST', '/api/open/billing/order', { packages });
const ordered = async (...packages: string[]) => expectOk(await order(...packages)).body.data;
const list = async () => expectOk(await signed_in('GET', '/api/open/billing')).body;
const first = async () => (await list()).data[0];
async function keyOf(id: number): Promise<string> {
  const { rows } = await app.database.pool.query<{ key: string }>(
    'select key from billing_orders where shop_id = $1 and id = $2',
    [shop.shop_id, id],
  );
  return rows[0]?.key ?? '';
}
async function pay(id: number, amount_idr?: number) {
  const charge = await chargeBy(app.services, 'key', await keyOf(id));
  if (charge === undefined) throw new Error('there is no charge to pay');
  await payCharge(app.services, charge, amount_idr ?? charge.amount_idr, now);
}
/** The clock of the installation comes after so many minutes. */
async function tick(minutes = 1) {
  later(minutes);
  await workDue(app.services);
}
const packages = async () => {
  const { rows } = await app.database.pool.query(
    `select class, package, ends_on::text, credit::int from shop_packages where shop_id = $1 order by class`,
    [shop.shop_id],
  );
  return rows as { class: string; package: string; ends_on: string | null; credit: number | null }[];
};
const packageOf = async (of_class: string) => (await packages()).find((row) => row.class === of_class);
const differences = async () =>
  ((await findAmountDifferences(app.services.db.withoutPlugins())) as any[]).filter(
    (row) => Number(row.shop_id) === shop.shop_id,
  );
/** Signs in again, where the session has ended in a long time. */
async function signInAgain() {
  const { body } = await app.call('POST', '/api/account/login', {
    email: shop.email,
    password: shop.password,
  });
  signed_in = (method, path, input, headers) =>
    app.call(method, path, input, { authorization: `Bearer ${body.data.token}`, ...headers });
}

/** A gateway that fails as often as it is told. */
async function withGateway(account: Partial<GatewayAccount>, run: () => Promise<void>) {
  const { gateways } = app.services.ports;
  const { platform } = gateways;
  const failing = new Proxy(platform as GatewayAccount, {
    get: (target, name) => account[name as keyof GatewayAccount] ?? Reflect.get(target, name).bind(target),
  });
  Object.assign(app.services.ports, { gateways: { ...gateways, platform: failing } });
  try {
    await run();
  } finally {
    Object.assign(app.services.ports, { gateways });
  }
}

test('an order makes an invoice, the gateway its page, and the payment starts the packages', async () => {
  const made = await ordered('premium-12', 'SMS-1000');
  expect(made).toEqual({
    id: expect.any(Number),
    invoice: `INV-${String(shop.shop_id).padStart(5, '0')}-${shop.user_id}-1`,
    invoice_url: '',
    services: ['App Premium - 1 year', 'Notifikasi Resi - 1 year - Credit 1000'],
    created_at: '2026-03-10T05:00:00.000000Z',
    payment_date: null,
    xendit_id: '',
    status: 'PENDING',
    amount: 1_032_500,
    received_amount: 0,
    payment_method: 'Virtual Account / QRIS / E-Wallet',
    bank_image: null,
    expired_at: '2026-03-13T05:00:00.000000Z',
  });
  await app.runJobs();
  expect(await first()).toMatchObject({
    invoice_url: expect.stringMatching(/^http.*\/sandbox\/pay\//),
    xendit_id: expect.stringMatching(/./),
    status: 'PENDING',
  });
  await tick();
  expect((await packageOf('app'))?.package).toBe('platinum-12');
  await pay(made.id);
  await tick();
  expect(await first()).toMatchObject({
    status: 'PAID',
    received_amount: 1_032_500,
    payment_date: '2026-03-10T05:01:00.000000Z',
  });
  expect(await packageOf('sms')).toEqual({
    class: 'sms',
    package: 'sms-1000',
    ends_on: '2027-03-09',
    credit: 1_000,
  });
  expect((await packageOf('app'))?.package).toBe('premium-12');
  expect(await differences()).toEqual([]);
  const { rows } = await app.database.pool.query(
    `select name from outbox_events where shop_id = $1 and (name like 'billing.%' or name = 'package.started') order by id`,
    [shop.shop_id],
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'billing.ordered',
    'package.started',
    'package.started',
    'billing.paid',
  ]);
});

test('many processes at once, again and again, start what is paid once', async () => {
  const { id } = await ordered('mutation-100000');
  await app.runJobs();
  await pay(id);
  for (let round = 0; round < 3; round += 1) {
    later(1);
    await Promise.all(Array.from({ length: 6 }, () => workDue(app.services)));
  }
  expect((await packageOf('mutation'))?.credit).toBe(100_000);
  // The lease is over, as of a process that was killed between the gateway and us.
  await app.database.pool.query(
    `update billing_orders set next_check_at = now() - interval '1 year' where shop_id = $1`,
    [shop.shop_id],
  );
  await Promise.all(Array.from({ length: 6 }, () => workDue(app.services)));
  expect((await packageOf('mutation'))?.credit).toBe(100_000);
});

test('two invoices that are paid at the same moment both count', async () => {
  const ids = [(await ordered('mutation-100000')).id, (await ordered('mutation-100000')).id];
  await app.runJobs();
  for (const id of ids) await pay(id);
  later(1);
  await Promise.all(ids.map((id) => workOrder(shop.context(), id)));
  expect((await packageOf('mutation'))?.credit).toBe(200_000);
});

describe('what is not paid as it should be', () => {
  test('in time expires; late money starts the packages all the same', async () => {
    const { id } = await ordered('sms-1000');
    await app.runJobs();
    await tick(3 * 24 * 60);
    await signInAgain();
    expect(await first()).toMatchObject({ status: 'EXPIRED', received_amount: 0 });
    expect(await packageOf('sms')).toBeUndefined();
    await pay(id);
    await tick(24 * 60 + 1);
    expect(await first()).toMatchObject({ status: 'PAID', received_amount: 350_000 });
    expect((await packageOf('sms'))?.credit).toBe(1_000);
  });

  test('with another amount starts nothing, is kept, and doctor shows it', async () => {
    const { id } = await ordered('sms-1000');
    await app.runJobs();
    await pay(id, 349_999);
    await tick();
    expect(await first()).toMatchObject({ status: 'PENDING', received_amount: 349_999 });
    expect(await packageOf('sms')).toBeUndefined();
    expect(await differences()).toMatchObject([{ id, amount_idr: 350_000, received_idr: 349_999 }]);
  });

  test('twice is seen after its end, and starts nothing more', async () => {
    const { id } = await ordered('sms-1000');
    await app.runJobs();
    await pay(id);
    await tick();
    await pay(id);
    await tick(4 * 24 * 60 + 1);
    expect((await packageOf('sms'))?.credit).toBe(1_000);
    expect(await differences()).toMatchObject([{ id, received_idr: 700_000 }]);
  });

  test('at the very end counts: what the gateway says when the page is ended decides', async () => {
    const { id } = await ordered('sms-1000');
    await app.runJobs();
    later(3 * 24 * 60);
    const { platform } = app.services.ports.gateways;
    await withGateway(
      {
        findCharge: async () => ({ state: 'OPEN', payments: [] }),
        async endCharge(reference) {
          await pay(id);
          return platform?.findCharge(reference);
        },
      },
      () => workDue(app.services),
    );
    await signInAgain();
    expect((await first()).status).toBe('PAID');
  });
});

describe('a gateway that is down', () => {
  const down = () => Promise.reject(new GatewayError('sandbox', 'unavailable', 'mati'));

  test('keeps the order: the page comes when it is back', async () => {
    const { id } = await ordered('sms-1000');
    await withGateway({ createCharge: down }, async () => {
      await app.runJobs();
      await tick(2);
    });
    expect(await first()).toMatchObject({ status: 'PENDING', invoice_url: '' });
    await tick(15);
    expect((await first()).invoice_url).toMatch(/sandbox\/pay/);
    await pay(id);
    await tick();
    expect((await first()).status).toBe('PAID');
  });

  test('whose answer was lost gives the same page again, not a second one', async () => {
    const { id } = await ordered('sms-1000');
    const { platform } = app.services.ports.gateways;
    const asked: boolean[] = [];
    await withGateway(
      {
        async createCharge(request) {
          asked.push(request.may_exist);
          await platform?.createCharge(request);
          return down();
        },
      },
      () => app.runJobs(),
    );
    await withGateway(
      {
        createCharge: (request) => {
          asked.push(request.may_exist);
          return (platform as GatewayAccount).createCharge(request);
        },
      },
      () => tick(15),
    );
    expect(asked).toEqual([false, true]);
    const { rows } = await app.database.pool.query('select 1 from sandbox_charges where key = $1', [
      await keyOf(id),
    ]);
    expect(rows).toHaveLength(1);
  });

  test('while it is asked what was paid changes nothing', async () => {
    const { id } = await ordered('sms-1000');
    await app.runJobs();
    await pay(id);
    await withGateway({ findCharge: down }, () => tick(5));
    expect((await first()).status).toBe('PENDING');
    await tick(15);
    expect((await first()).status).toBe('PAID');
  });
});

describe('an order is refused', () => {
  test('on each package that is unknown, or of the class of another', async () => {
    const { status, body } = await order('sms-1000', 'tidak-ada', 'basic-1', 'platinum-12');
    expect(status).toBe(422);
    expect(body.message).toEqual({
      'packages.1': [expect.stringContaining('must be one of basic-1, premium-12')],
      'packages.3': ['The packages.3 is of the same kind as basic-1. Order one of them.'],
    });
    expect((await list()).data).toEqual([]);
  });

  test('beyond so many that are unpaid, however many are ordered at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => order('sms-1000')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 201, 201, 201, 422, 422, 422,
    ]);
    const numbers = (await list()).data.map(({ invoice }: any) => Number(invoice.split('-').at(-1)));
    expect(numbers.toSorted((a: number, b: number) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  test('of an API key, and of all who are not the owner', async () => {
    const { key } = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kunci' })).body.data;
    const answer = await app.call(
      'POST',
      '/api/open/billing/order',
      { packages: ['sms-1000'] },
      { authorization: `Bearer ${key}` },
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'session_needed']);
    const listed = await app.call('GET', '/api/open/billing', {}, { authorization: `Bearer ${key}` });
    expect(listed.status).toBe(200);
  });
});

test('the list has the period, newest first, and none of another shop', async () => {
  for (let n = 0; n < 3; n += 1) {
    await ordered('sms-1000');
    later(24 * 60);
  }
  await signInAgain();
  const body = await list();
  expect(body).toMatchObject({ start_date: '2026-03-10', end_date: '2026-03-13' });
  expect(body.data.map(({ created_at }: any) => created_at.slice(0, 10))).toEqual([
    '2026-03-12',
    '2026-03-11',
    '2026-03-10',
  ]);
  const day = { start_date: '2026-03-11', end_date: '2026-03-11' };
  expect(expectOk(await signed_in('GET', '/api/open/billing', day)).body).toMatchObject({
    ...day,
    data: [{ created_at: '2026-03-11T05:00:00.000000Z' }],
  });
  const other = await app.openShop();
  expect(expectOk(await other.call('GET', '/api/open/billing')).body.data).toEqual([]);
  const { id } = body.data[0];
  expect((await other.call('GET', `/api/open/billing/${id}/download`)).status).toBe(404);
  expect((await other.call('GET', `/api/open/billing/99999999/download`)).status).toBe(404);
});

test('an invoice is downloaded as PDF, with its page while it is unpaid', async () => {
  const { id } = await ordered('premium-12');
  await app.runJobs();
  const read = async (language: string) => {
    const answer = await app.app.inject({
      method: 'GET',
      url: `/api/open/billing/${id}/download`,
      headers: { authorization: `Bearer ${shop.token}`, 'accept-language': language },
    });
    expect(answer.headers['content-type']).toBe('application/pdf');
    return readPdf(answer.rawPayload).map(textOf).join('\n');
  };
  const unpaid = await read('id');
  for (const part of [
    'BELUM DIBAYAR',
    'Ngorder',
    'App Premium - 1 th',
    'Rp682.500',
    'sandbox/pay',
    '13-03-2026',
  ])
    expect(unpaid).toContain(part);
  await pay(id);
  await tick();
  expect(await read('en')).toMatch(/PAID[^]*App Premium - 1 year[^]*Paid on 10-03-2026/);
});

test('add-ons say until when they run, what credit is left, and what has ended', async () => {
  const { id } = await ordered('mutation-100000');
  await app.runJobs();
  await pay(id);
  await tick();
  const addons = async (language: string) =>
    expectOk(await signed_in('GET', '/api/open/billing/addons', {}, { 'accept-language': language })).body
      .data;
  expect(await addons('id')).toEqual([
    {
      sort: 1,
      class: 'app',
      button_title: 'Upgrade',
      message: null,
      sub_message: 'Expired Pada Senin, 23 Mar 2026',
      active: true,
      logo: 'http://ngorder.test/assets/package/app.svg',
      link: 'http://ngorder.test/upgrade?app=platinum-12',
      package: 'App Platinum',
      code: 'platinum-12',
      ends_on: '2026-03-23',
      credit: null,
    },
    expect.objectContaining({ sort: 2, class: 'storefront', package: 'Storefront Pro' }),
    expect.objectContaining({
      sort: 3,
      class: 'mutation',
      button_title: 'Tambah Credit',
      message: 'Credit: 100000',
      sub_message: null,
      active: true,
    }),
  ]);
  expect((await app.app.inject({ url: '/assets/package/app.svg' })).headers['content-type']).toContain('svg');
  now = new Date('2026-03-24T05:00:00Z');
  await signInAgain();
  expect((await addons('en'))[0]).toMatchObject({
    button_title: 'Renew now',
    sub_message: 'Expired',
    active: false,
  });
});
