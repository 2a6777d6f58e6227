import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { addWarehouse, hire, layIn, type Staff } from '../../../test/staff.ts';
import { expectOk, orderOf } from '../../../test/stall.ts';
import { buyerWithBalance, openStore, type StoreScene } from '../../../test/store-scene.ts';
import { uploadProofOf } from '../../../test/upload-proof.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

type Caller = Pick<Staff, 'call'>;

const listOf = async (who: Caller, query: object = {}, language = 'id'): Promise<any> => {
  await app.readEvents();
  return expectOk(await who.call('GET', '/api/open/notification', query, { 'accept-language': language }))
    .body;
};
const unread = async (who: Caller) =>
  expectOk(await who.call('GET', '/api/open/notification/unread')).body.data;
const read = (who: Caller, input: object = {}) => who.call('POST', '/api/open/notification/read', input);
const titles = async (who: Caller) => (await listOf(who)).data.map(({ title }: any) => title);

const checkOut = async (store: StoreScene, change = {}) =>
  expectOk(await store.visit('POST', '/checkout', store.checkout(change))).body.data;

const order = async (store: StoreScene, change = {}) =>
  expectOk(await store.shop.call('POST', '/api/open/order', orderOf(store.stall, change))).body.data.order_id;

describe('a buyer', () => {
  test('who orders and says that the transfer is made is told of, in both languages, with what to do', async () => {
    const store = await openStore(app);
    const { token, payment_id } = await checkOut(store);
    expect((await uploadProofOf(app, store, token)).status).toBe(200);
    const { unread_count, data, meta } = await listOf(store.shop);
    expect(data).toMatchObject([
      {
        type: 'ACTIVITY',
        title: 'Konfirmasi bayar dari Storefront',
        content: expect.stringMatching(
          /^<strong>Rina Wati<\/strong> memesan Sepatu \d+ merah 36, sudah konfirmasi bayar <strong>Rp[\d.]+<\/strong>, mohon/,
        ),
        body: expect.stringMatching(
          /^Rina Wati memesan Sepatu \d+ merah 36, sudah konfirmasi bayar Rp[\d.]+, mohon/,
        ),
        icon: 'http://ngorder.test/assets/notification/storefront.svg',
        web_path: `order/form_confirmation/${payment_id}`,
        action: { data_id: payment_id, type: 'confirm_order', api_path: '/api/open/order/confirm' },
        is_read: false,
        time_ago: expect.stringMatching(/^(baru saja|\d+ detik yang lalu)$/),
      },
      { title: 'Orderan baru dari Storefront' },
    ]);
    expect([unread_count, meta.pagination.total]).toEqual([2, 2]);
    const english = await listOf(store.shop, {}, 'en');
    expect(english.data[0]).toMatchObject({
      title: 'Transfer confirmed at Storefront',
      time_ago: expect.stringMatching(/^(just now|\d+ seconds? ago)$/),
    });
    const icon = await app.app.inject({ url: new URL(data[0].icon).pathname });
    expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  test('who pays at once with the balance, or to whom nothing is left to pay, is not said to be waited for', async () => {
    const store = await openStore(app);
    const buyer = await buyerWithBalance(app, store, 300_000);
    await app.readEvents();
    const headers = { authorization: `Bearer ${buyer.token}` };
    const body = store.checkout({ payment: { method: 'ORDERPAY' } });
    expectOk(await store.visit('POST', '/checkout', body, headers));
    const [{ body: told }] = (await listOf(store.shop)).data;
    expect(told).toMatch(
      / memesan .*, sudah dibayar dengan saldo Rp[\d.]+, mohon segera konfirmasi pemesanan$/,
    );
    const [english] = (await listOf(store.shop, {}, 'en')).data;
    expect(english.body).toMatch(/ paid with the balance: Rp[\d.]+, please confirm the order soon$/);
    await checkOut(store);
    await app.database.pool.query(
      `update buyer_payments set nominal_invoice_idr = 0, unique_code = 0, state = 'PAID' where shop_id = $1 and method = 'TRANSFER'`,
      [store.shop.shop_id],
    );
    expect((await listOf(store.shop)).data[0].body).toMatch(
      /, total Rp0, mohon segera konfirmasi pemesanan$/,
    );
  });

  test('can bring no markup into what is told', async () => {
    const store = await openStore(app);
    await checkOut(store, { name: '<img src=x onerror="alert(1)">&\'' });
    const { data } = await listOf(store.shop);
    expect(data[0].content).toContain(
      '<strong>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;</strong>',
    );
    expect(data[0].content.replaceAll(/<\/?strong>/g, '')).not.toMatch(/[<>"']/);
    expect(data[0].body).toContain('<img src=x onerror="alert(1)">&\'');
  });

  test('whose order expires, or who cancels it, is told of', async () => {
    const store = await openStore(app);
    const { token } = await checkOut(store);
    expectOk(await store.visit('POST', `/order/${token}/cancel`, {}));
    expect(await titles(store.shop)).toEqual(['Orderan dibatalkan pembeli', 'Orderan baru dari Storefront']);
  });
});

describe('who did something', () => {
  test('is not told of it, while others of the shop are', async () => {
    const store = await openStore(app);
    const admin = await hire(app, store.shop, 'admin');
    const id = await order(store);
    expectOk(await admin.call('POST', '/api/open/order/cancel', { id }));
    expect(await titles(store.shop)).toEqual(['Orderan dibatalkan']);
    expect(await titles(admin)).toEqual([]);
    expect(await unread(admin)).toMatchObject({ activity: 0 });
  });

  test('is told alone of work that went on in the background, and that it failed', async () => {
    const store = await openStore(app);
    const admin = await hire(app, store.shop, 'admin');
    const emit = (user_id: number, name: string, job = 'apply-product-import') =>
      app.database.pool.query(
        `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
         values ($1, $3, 7, jsonb_build_object('name', $4::text), $2, now())`,
        [store.shop.shop_id, user_id, name, job],
      );
    await emit(admin.user_id, 'job.finished');
    await emit(admin.user_id, 'job.failed');
    await emit(admin.user_id, 'job.failed', 'download-orders');
    expect((await listOf(admin)).data).toMatchObject([
      { body: 'Unduhan gagal, silakan periksa penyebabnya dan coba lagi' },
      { title: 'Pekerjaan gagal', action: { data_id: 7 } },
      { title: 'Pekerjaan selesai', body: 'Import produk sudah selesai' },
    ]);
    expect(await titles(store.shop)).toEqual([]);
  });
});

describe('a role', () => {
  test('is told of nothing that it may not see, neither in lists, counts nor by ID, and at once when it changes', async () => {
    const store = await openStore(app);
    const { shop, stall } = store;
    const warehouse = await addWarehouse(shop, stall.supplier_id, 'Gudang Timur');
    await layIn(shop, stall.variation_ids[0] ?? 0, warehouse, 1);
    const admin = await hire(app, shop, 'admin');
    const here = await hire(app, shop, 'warehouse', [warehouse]);
    const elsewhere = await hire(app, shop, 'warehouse', [0]);
    await app.database.pool.query(
      `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
       values ($1, 'withdrawal.paid', 1, '{"nominal_idr": 75000, "fee_idr": 0}', $2, now())`,
      [shop.shop_id, shop.user_id],
    );
    const id = await order(store, {
      products: [{ id: stall.variation_ids[0], qty: 1, product_status: 'S', warehouse_id: warehouse }],
    });
    // What is cancelled is back in stock: nobody needs to be told then.
    await app.readEvents();
    expectOk(await shop.call('POST', '/api/open/order/cancel', { id }));
    await checkOut(store);
    expect(await titles(shop)).toEqual([
      'Orderan baru dari Storefront',
      'Stok habis',
      'Penarikan OrderPay berhasil',
    ]);
    expect(await titles(admin)).toEqual(['Orderan baru dari Storefront', 'Orderan dibatalkan', 'Stok habis']);
    expect(await titles(here)).toEqual(['Orderan dibatalkan', 'Stok habis']);
    expect(await titles(elsewhere)).toEqual([]);
    expect([await unread(admin), await unread(here), await unread(elsewhere)]).toMatchObject([
      { activity: 3 },
      { activity: 2 },
      { activity: 0, activity_display: '0' },
    ]);
    const hidden = (await listOf(here)).data[0].id;
    const answers = [await read(elsewhere, { id: hidden }), await read(elsewhere, { id: 'tidak-ada' })];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    await app.database.pool.query(`update users set role = 'admin' where id = $1`, [elsewhere.user_id]);
    expect(await unread(elsewhere)).toMatchObject({ activity: 3 });
    await app.database.pool.query(`update users set role = 'warehouse' where id = $1`, [admin.user_id]);
    expect(await unread(admin)).toMatchObject({ activity: 0 });
  });

  test('is told of nothing of another shop, and can mark none of it as read', async () => {
    const store = await openStore(app);
    await checkOut(store);
    const [{ id }] = (await listOf(store.shop)).data;
    const other = await app.openShop();
    expect((await listOf(other)).data).toEqual([]);
    expect((await read(other, { id })).status).toBe(404);
    expect(await unread(store.shop)).toMatchObject({ activity: 1 });
  });
});

describe('what was read', () => {
  test('is of the user alone: one by one, all at once, and twice at the same time', async () => {
    const store = await openStore(app);
    const admin = await hire(app, store.shop, 'admin');
    for (let count = 0; count < 3; count += 1) await checkOut(store);
    const [first] = (await listOf(store.shop)).data;
    const twins = await Promise.all([1, 2, 3].map(() => read(store.shop, { id: first.id })));
    expect(twins.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await unread(store.shop)).toMatchObject({ activity: 2 });
    expect((await listOf(store.shop)).data.map(({ is_read }: any) => is_read)).toEqual([true, false, false]);
    expect(expectOk(await read(store.shop)).body.response).toBe('Success');
    expect(await unread(store.shop)).toMatchObject({ activity: 0 });
    expect(await unread(admin)).toMatchObject({ activity: 3 });
    const marks = await app.database.pool.query(
      'select count(*)::int as count from notification_read_marks where shop_id = $1',
      [store.shop.shop_id],
    );
    expect(marks.rows).toEqual([{ count: 0 }]);
    await checkOut(store);
    expect(await listOf(store.shop)).toMatchObject({ unread_count: 1 });
  });

  test('is everything from before somebody came to the shop', async () => {
    const store = await openStore(app);
    await checkOut(store);
    await app.readEvents();
    const admin = await hire(app, store.shop, 'admin');
    expect(await listOf(admin)).toMatchObject({ unread_count: 0, data: [{ is_read: true }] });
  });

  test('of ten thousand is counted, shown as 99+ and forgotten at once, and no shop keeps more', async () => {
    const { shop } = await openStore(app);
    await app.readEvents();
    await app.database.pool.query(
      `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
       select $1, 'withdrawal.paid', n, '{"nominal_idr": 1000, "fee_idr": 0}', 0, now() from generate_series(1, 10200) as n`,
      [shop.shop_id],
    );
    await app.readEvents();
    expect(await unread(shop)).toEqual({
      activity: 10_000,
      news: 0,
      activity_display: '99+',
      news_display: '0',
    });
    const { data, meta } = await listOf(shop, { pagination_offset: '500' });
    expect([data.length, data[0].action.data_id, data[19].action.data_id]).toEqual([20, 220, 201]);
    expect(meta.pagination).toMatchObject({ total: 10_000, total_is_exact: true, total_pages: 500 });
    expect((await listOf(shop, { pagination_offset: '501' })).data).toEqual([]);
    expectOk(await read(shop));
    expect(await unread(shop)).toMatchObject({ activity: 0 });
  });
});
