import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { chargeRequest, payoutRequest } from '../../../test/integrations/gateway-vendors.ts';
import type { GatewayAccount } from '../../integrations/gateway/port.ts';
import { deliverDue } from './callbacks.ts';
import { sandboxDesk } from './index.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of callbacks are looked into freely */

/** Where callbacks go in these tests: somebody who takes them, or does not. */
let taker: Server;
let status = 200;
let taken: { token: string; body: any }[] = [];
let app: TestApp;
let account: GatewayAccount;

beforeAll(async () => {
  taker = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { url, method, headers } = request;
      const is_right = url === '/api/hooks/gateway' && method === 'POST';
      taken.push({
        token: String(headers['x-callback-token']),
        body: is_right ? JSON.parse(Buffer.concat(parts).toString()) : `${method} ${url}`,
      });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => taker.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(taker.address() as AddressInfo).port}`;
  app = await startTestApp({ environment: { GATEWAY: 'sandbox', PUBLIC_URL: url } });
  account = app.services.ports.gateways.platform as GatewayAccount;
});
beforeEach(async () => {
  status = 200;
  taken = [];
  await app.database.pool.query(
    'truncate sandbox_payments, sandbox_charges, sandbox_payouts, sandbox_callbacks; update sandbox_clock set ahead_ms = 0',
  );
});
afterAll(async () => {
  await app.close();
  taker.close();
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.app.inject({
    method: 'POST',
    url,
    headers: { ...form, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const get = (url: string, headers: Record<string, string> = {}) => app.app.inject({ url, headers });
const pathOf = (url: string | null) => new URL(url ?? '').pathname;
/** What was told so far, in order. */
async function told(): Promise<any[]> {
  await deliverDue(app.services);
  // What a page has begun to send is on its way.
  await vi.waitFor(async () => {
    const { rows } = await app.database.pool.query('select id from sandbox_callbacks where answer is null');
    expect(rows).toEqual([]);
  }, 10_000);
  return taken.map(({ body }) => body);
}
const later = (ms: number) =>
  app.database.pool.query(
    `update sandbox_callbacks set next_try_at = next_try_at - $1 * interval '1 millisecond'`,
    [ms],
  );
async function openPage(key: string, more: object = {}): Promise<string> {
  const { invoice_url } = await account.createCharge(chargeRequest(key, { channel: 'INVOICE', ...more }));
  return pathOf(invoice_url);
}

test('the page of a charge shows what is paid for, and tells the product of a payment over HTTP', async () => {
  const page = await openPage('ng-1_1', { return_url: 'https://toko.example.com/pesanan' });
  const shown = await get(page);
  expect(shown.statusCode).toBe(200);
  for (const text of ['Rp152.500', 'Toko Batik 1998', 'Siti Aminah', 'Menunggu pembayaran'])
    expect(shown.body).toContain(text);
  expect(shown.body).toContain('href="https://toko.example.com/pesanan"');
  const done = await post(page, { action: 'pay' });
  expect([done.statusCode, done.headers.location]).toEqual([303, `${page}?lang=id&done=1`]);
  expect(await told()).toMatchObject([{ kind: 'charge_paid', key: 'ng-1_1', amount_idr: 152_500 }]);
  expect(account.verifies({ 'x-callback-token': taken[0]?.token })).toBe(true);
  expect((await get(page)).body).toContain('Sudah dibayar');
  // Paid once: the button is gone, and sent again it does nothing.
  await post(page, { action: 'pay' });
  expect(await told()).toHaveLength(1);
});

test('a charge that is paid or has ended says so to whoever pays or ends it again, and nothing happens', async () => {
  const [paid, ended] = [await openPage('ng-1_1'), await openPage('ng-2_1')];
  await post(paid, { action: 'pay' });
  await post(ended, { action: 'end' });
  const before = await told();
  for (const page of [paid, ended])
    for (const action of ['pay', 'end']) {
      const { headers } = await post(page, { action });
      expect(headers.location).toBe(`${page}?lang=id&done=2`);
      const shown = (await get(String(headers.location))).body;
      expect(shown).toContain('Tidak ada yang berubah');
      expect(shown).not.toContain('Berhasil');
    }
  expect(await told()).toEqual(before);
});

test('English is there, for everything, where the browser asks for it or somebody chooses it', async () => {
  const page = await openPage('ng-1_1');
  expect((await get(page, { 'accept-language': 'en-US,en' })).body).toContain('<html lang="en">');
  expect((await get(`${page}?lang=id`, { 'accept-language': 'en' })).body).toContain('<html lang="id">');
  const english = (await get(`${page}?lang=en`)).body;
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('Waiting for payment');
  const done = await post(`${page}?lang=en`, { action: 'pay' });
  expect(done.headers.location).toBe(`${page}?lang=en&done=1`);
  expect((await get(String(done.headers.location))).body).toContain('The store is notified.');
});

test('a buyer can pay a wrong amount, late and twice, and let it end', async () => {
  const wrong = await openPage('ng-salah_1');
  expect((await post(wrong, { action: 'wrong', amount: '1.5' })).headers.location).toContain('done=0');
  expect((await post(wrong, { action: 'wrong', amount: '0' })).headers.location).toContain('done=0');
  await post(wrong, { action: 'wrong', amount: '100000' });
  const twice = await openPage('ng-ganda_1');
  await post(twice, { action: 'twice' });
  const late = await openPage('ng-telat_1');
  await post(late, { action: 'late' });
  const ended = await openPage('ng-habis_1');
  await post(ended, { action: 'end' });
  const news = await told();
  const of = (key: string) => news.filter((one) => one.key === key);
  expect(of('ng-salah_1')).toMatchObject([{ kind: 'charge_paid', amount_idr: 100_000 }]);
  expect(of('ng-ganda_1').map(({ kind }) => kind)).toEqual(['charge_paid', 'charge_paid']);
  expect(new Set(of('ng-ganda_1').map(({ payment_id }) => payment_id)).size).toBe(2);
  expect(of('ng-telat_1').map(({ kind }) => kind)).toEqual(['charge_expired', 'charge_paid']);
  expect(new Date(of('ng-telat_1')[1].happened_at).getTime()).toBeGreaterThan(Date.now() + 86_000_000);
  expect(of('ng-habis_1')).toMatchObject([{ kind: 'charge_expired' }]);
  expect(await account.findCharge({ key: 'ng-habis_1', channel: 'INVOICE', vendor_charge_id: null })).toEqual(
    {
      state: 'ENDED',
      payments: [],
    },
  );
});

test('what the product does not take is sent again later, and nothing is lost', async () => {
  status = 503;
  const page = await openPage('ng-1_1');
  await post(page, { action: 'pay' });
  await told();
  expect(taken).toHaveLength(1);
  await deliverDue(app.services);
  expect(taken).toHaveLength(1);
  await later(20_000);
  status = 200;
  expect((await told()).map(({ event_id }) => event_id)).toEqual([
    taken[0]?.body.event_id,
    taken[0]?.body.event_id,
  ]);
  await later(1e9);
  expect(await told()).toHaveLength(2);
});

test('two processes that send at once send each callback once', async () => {
  for (let count = 0; count < 10; count += 1) await post(await openPage(`ng-${count}_1`), { action: 'pay' });
  await Promise.all([told(), told(), told()]);
  const ids = taken.map(({ body }) => body.event_id);
  expect(new Set(ids).size).toBe(10);
  expect(ids).toHaveLength(10);
});

test('a virtual account is found by its number', async () => {
  const { va_number } = await account.createCharge(chargeRequest('ng-1_1'));
  expect((await get('/sandbox')).body).toContain('Nomor virtual account');
  const found = await get(`/sandbox?va=${va_number}&lang=id`);
  expect(found.statusCode).toBe(303);
  expect((await get(String(found.headers.location))).body).toContain(va_number);
  expect((await get('/sandbox?va=9900000000000000')).statusCode).toBe(404);
});

test('payouts are decided at the desk, whose address alone opens it', async () => {
  await post(await openPage('ng-isi_1', { amount_idr: 500_000 }), { action: 'pay' });
  for (const key of ['ng-a_1', 'ng-b_1', 'ng-c_1']) await account.createPayout(payoutRequest(key));
  const desk = pathOf(sandboxDesk(app.services));
  expect((await get(desk)).body).toContain('Saldo sandbox: <strong>Rp200.000</strong>');
  const { rows } = await app.database.pool.query('select id from sandbox_payouts order by id');
  const [a, b, c] = rows.map(({ id }) => String(id)) as [string, string, string];
  await post(desk, { action: 'paid', id: a });
  await post(desk, { action: 'failed', id: b });
  await post(desk, { action: 'paid', id: c });
  await post(desk, { action: 'returned', id: c });
  // Decided once.
  await post(desk, { action: 'failed', id: a });
  const news = (await told()).filter(({ kind }) => kind.startsWith('payout'));
  expect(news.map(({ key, kind, failure }) => [key, kind, failure])).toEqual([
    ['ng-a_1', 'payout_paid', null],
    ['ng-b_1', 'payout_failed', 'account_refused'],
    ['ng-c_1', 'payout_paid', null],
    ['ng-c_1', 'payout_failed', 'returned'],
  ]);
  expect(await account.balance()).toBe(400_000);
  expect((await get(desk)).body).toContain('Penarikan gagal');
  const wrong = `${desk.slice(0, -1)}${desk.endsWith('A') ? 'B' : 'A'}`;
  for (const path of [wrong, '/sandbox/desk/x', `${desk}x`]) {
    expect((await get(path)).statusCode).toBe(404);
    expect((await post(path, { action: 'day' })).statusCode).toBe(404);
  }
});

test('time is moved forward, and what was open ends by it', async () => {
  await openPage('ng-1_1');
  const desk = pathOf(sandboxDesk(app.services));
  await post(desk, { action: 'hour' });
  expect(await told()).toEqual([]);
  await post(desk, { action: 'day' });
  expect(await told()).toMatchObject([{ kind: 'charge_expired', key: 'ng-1_1' }]);
  await post(desk, { action: 'reset' });
  await openPage('ng-2_1');
  expect(
    await account.findCharge({ key: 'ng-2_1', channel: 'INVOICE', vendor_charge_id: null }),
  ).toMatchObject({ state: 'OPEN' });
});

test('a callback is sent again by hand', async () => {
  await post(await openPage('ng-1_1'), { action: 'pay' });
  await told();
  const { rows } = await app.database.pool.query('select id from sandbox_callbacks');
  await post(pathOf(sandboxDesk(app.services)), { action: 'resend', id: String(rows[0].id) });
  const news = await told();
  expect(news[1]).toEqual(news[0]);
});

test('no text of a buyer or shop becomes part of a page, and nothing runs in it', async () => {
  const evil = `"><script>alert('x')</script>&\u{202e}`;
  const page = await openPage('ng-1_1', {
    payer: { name: evil },
    description: evil,
    merchant_name: evil,
    return_url: `https://toko.example.com/?a="><script>`,
  });
  const shown = await get(page);
  expect(shown.body).not.toContain('<script');
  expect(shown.body).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;');
  const policy = String(shown.headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/);
  expect(policy).not.toContain('unsafe');
  expect(shown.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  const strange = await get(`/sandbox/pay/${encodeURIComponent(evil)}?lang=${encodeURIComponent(evil)}`);
  expect([strange.statusCode, strange.body.includes('<script')]).toEqual([404, false]);
});

test('forms of other sites, and forms that say nothing sensible, do nothing', async () => {
  const page = await openPage('ng-1_1');
  const from = (site: string) => post(page, { action: 'pay' }, { 'sec-fetch-site': site });
  expect([(await from('cross-site')).statusCode, (await from('same-site')).statusCode]).toEqual([403, 403]);
  expect((await post(page, { action: 'steal' })).statusCode).toBe(404);
  expect((await post(page, {})).statusCode).toBe(404);
  expect((await app.app.inject({ method: 'POST', url: page })).statusCode).toBe(404);
  expect(await told()).toEqual([]);
});

test('without GATEWAY=sandbox there are no such pages, and no such account', async () => {
  const plain = await startTestApp();
  expect(plain.services.ports.gateways.platform).toBeUndefined();
  for (const url of ['/sandbox', '/sandbox/pay/x', pathOf(sandboxDesk(plain.services))])
    expect((await plain.app.inject({ url })).statusCode).toBe(404);
  await plain.close();
});
