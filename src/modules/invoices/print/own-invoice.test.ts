import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { readPdf, textOf } from '../../../../test/read-pdf.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { formWithFile } from '../../../../test/upload.ts';
import { rupiahText } from '../../../kernel/money.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let trial: TestApp;
let store: StoreScene;
beforeAll(async () => {
  app = await startTestApp();
  trial = await startTestApp({ environment: { GATEWAY: 'sandbox' } });
  store = await openStore(app);
});
afterAll(async () => {
  await app.close();
  await trial.close();
});

const ask = (token: string, query = '', of = store, on = app) =>
  on.app.inject({
    method: 'GET',
    url: `/api/store/${of.subdomain}/order/${token}/invoice${query}`,
    headers: { 'accept-language': 'id' },
  });
async function shown(token: string, query = '', of = store, on = app): Promise<string> {
  const answer = await ask(token, query, of, on);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  const pages = readPdf(answer.rawPayload);
  return pages.map(textOf).join(' ').replaceAll(/\s+/g, ' ');
}
const checkedOut = async (change = {}, of = store): Promise<any> =>
  expectOk(await of.visit('POST', '/checkout', of.checkout(change))).body.data;

describe.each(['A4', 'RECEIPT'])('the invoice of a buyer on %s', (format) => {
  const query = `?format=${format}`;

  test('has the unique code, exactly the amount to transfer, and the account, while it is unpaid', async () => {
    const { token, nominal_invoice, nominal_unique, nominal_transfer } = await checkedOut();
    const text = await shown(token, query);
    expect(text).toContain('BELUM DIBAYAR');
    expect(text).toContain(rupiahText(nominal_invoice));
    expect(text).toContain(`Kode unik ${rupiahText(nominal_unique)}`);
    expect(text).toContain(`Jumlah yang dibayar ${rupiahText(nominal_transfer)}`);
    expect(text).toContain(`Transfer tepat ${rupiahText(nominal_transfer)}`);
    expect(text).not.toMatch(/40\.000|kepada kurir/);
  });

  test('tells what the courier collects', async () => {
    const { token, nominal_transfer } = await checkedOut({ payment: { method: 'COD' } });
    const text = await shown(token, query);
    expect(text).toContain(`Bayar ${rupiahText(nominal_transfer)} kepada kurir`);
    expect(text).not.toContain('Kode unik');
  });

  test('has the virtual account of the gateway', async () => {
    const of = await openStore(trial);
    const payment = { method: 'GATEWAY', channel: 'VA_BNI' };
    const { token, instructions } = await checkedOut({ payment }, of);
    const text = await shown(token, query, of, trial);
    expect(text).toContain(instructions.virtual_account.number);
  });

  test('asks for nothing once a proof was sent, nor when it was cancelled', async () => {
    const { token } = await checkedOut();
    const { body: payload, headers } = await formWithFile(PIXEL, 'bukti.png', {}, 'proof');
    const url = `/api/store/${store.subdomain}/order/${token}/proof`;
    expect((await app.app.inject({ method: 'POST', url, payload, headers })).statusCode).toBe(200);
    const claimed = await shown(token, query);
    expect(claimed).toContain('MENUNGGU KONFIRMASI');
    const other = await checkedOut();
    expectOk(await store.visit('POST', `/order/${other.token}/cancel`, {}));
    const cancelled = await shown(other.token, query);
    expect(cancelled).toContain('DIBATALKAN');
    for (const text of [claimed, cancelled])
      expect(text).not.toMatch(/Transfer tepat|Kode unik|Silakan transfer/);
  });
});

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('of several receivers there is one for each, and says that the others are paid with it', async () => {
  const buyer = await addBuyer(app, store.shop);
  const { payment, ...receiver } = store.checkout();
  const body = { receivers: [receiver, { ...receiver, name: 'Sari Dewi' }], payment };
  const headers = { authorization: `Bearer ${buyer.token}` };
  const { token, orders, nominal_transfer } = expectOk(await store.visit('POST', '/checkout', body, headers))
    .body.data;
  const second = await shown(token, `?order_id=${orders[1].order_id}`);
  expect(second).toContain('Sari Dewi');
  expect(second).toContain('Pesanan lain dalam pembayaran ini');
  expect(second).toContain(rupiahText(nominal_transfer));
  expect(await shown(token)).not.toContain('Sari Dewi');
});

test('a token of another store, an unknown one, and an order of somebody else give nothing', async () => {
  const other = await openStore(app);
  const [mine, theirs] = [await checkedOut(), await checkedOut({}, other)];
  const unknown = `${'a'.repeat(43)}_${store.shop.shop_id}`;
  for (const token of [theirs.token, unknown, 'x']) expect((await ask(token)).statusCode).toBe(404);
  for (const order of [theirs.orders[0].order_id, (await checkedOut()).orders[0].order_id, 999_999_999])
    expect((await ask(mine.token, `?order_id=${order}`)).statusCode).toBe(422);
});

test('staff print the same for an order that waits', async () => {
  const { orders, nominal_transfer } = await checkedOut();
  const answer = await app.app.inject({
    method: 'GET',
    url: `/api/open/order/${orders[0].order_id}/invoice`,
    headers: { authorization: `Bearer ${store.shop.token}`, 'accept-language': 'id' },
  });
  const text = readPdf(answer.rawPayload).map(textOf).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain(`Transfer tepat ${rupiahText(nominal_transfer)}`);
});
