import { describe, expect, test } from 'vitest';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore } from '../../../../test/store-scene.ts';

const at = messageScene();
const TEXT = 'Halo kak {%buyer%}, toko {%shopname%} libur.';

describe('messages to customers', () => {
  test('templates of a new shop are of both kinds, in the language of its messages', async () => {
    const { data } = expectOk(await at.shop.call('GET', '/api/open/woowa/customer')).body;
    expect(data.map(({ type }: { type: string }) => type)).toEqual(['CUSTOM_NOTIFICATION', 'PROMO']);
    expect(data[0].template).toContain('{%shopname%}');
    const english = expectOk(await at.shop.call('GET', '/api/open/woowa/customer', { language: 'en' })).body;
    expect(english.data[1].template).toMatch(/^Hi /);
  });

  test.each(['/api/open/woowa/customer/messages', '/api/open/woowa/customer'])(
    'POST %s sends each customer one, with the placeholders filled in, also by IDs that are texts',
    async (path) => {
      await at.openShop();
      await at.choose('woowa');
      const ids = await at.addCustomers(3);
      const answer = expectOk(
        await at.shop.call('POST', path, { customers: ids.map(String), template: TEXT }),
      );
      expect(answer.body).toMatchObject({
        response: 'Success',
        message: '3 messages are being sent',
        data: { msid: '', status: 1, receivers: 3, skipped: 0 },
      });
      expect(answer.body.data.text).toMatch(/^Halo kak Pelanggan 1, toko Toko \d+ libur\.$/);
      await at.app.runJobs();
      expect(await at.states()).toEqual({ SENT: 3 });
      expect(at.vendors.woowa.told.map(({ text }) => text.replace(/Toko \d+/, 'T')).sort()).toEqual(
        [1, 2, 3].map((n) => `Halo kak Pelanggan ${n}, toko T libur.`),
      );
    },
  );

  test('unknown customers and placeholders are refused by name, and nothing is sent', async () => {
    await at.openShop();
    const other = await at.app.openShop();
    const [id] = await at.addCustomers(1);
    const send = (customers: unknown[], template: string) =>
      at.shop.call('POST', '/api/open/woowa/customer/messages', { customers, template });
    const foreign = expectOk(await other.call('GET', '/api/open/customer')).body.data[0]?.id ?? 999_999_999;
    const wrong = await send([id, foreign, 999_999_999], TEXT);
    expect([wrong.status, Object.keys(wrong.body.message)]).toEqual([422, ['customers.1', 'customers.2']]);
    for (const template of [
      'Total {%total%}',
      'Halo {%pembeli%}',
      'Halo {%buyer',
      'Halo buyer%}',
      '{%buyer%}'.repeat(31),
    ])
      expect([template, (await send([id], template)).status]).toEqual([template, 422]);
    const unknown = await send([id], 'Halo {%pembeli%}');
    expect(unknown.body.message.template[0]).toContain('{%pembeli%}');
    expect(unknown.body.message.template[0]).toContain('{%shopname%}');
    expect(await at.messages()).toEqual([]);
  });
});

describe('a message about an order', () => {
  test('is shown for each kind, with the data of the order', async () => {
    await at.openShop();
    const id = await at.order();
    const { data } = expectOk(
      await at.shop.call('GET', '/api/open/woowa/order/message', { id: String(id) }),
    ).body;
    expect(data).toMatchObject({
      type: 'REMINDER',
      title: 'Ingatkan Pembayaran',
      customer_phone: '081234567890',
    });
    expect(data.message).toMatch(/Halo kak Siti, pesanan INV\.[\d.]+ di Toko \d+ menunggu pembayaran/);
    expect(data.message).toContain('1 x Sepatu');
    expect(data.message).toContain('Jumlah: Rp210.000');
    expect(data.message).toMatch(/BCA \d+ a\.n\. Budi/);
    expect(data.message).not.toContain('{%');
    const all = expectOk(await at.shop.call('GET', `/api/open/woowa/order/messages/${id}`)).body.data;
    expect(all.map(({ type }: { type: string }) => type)).toEqual([
      'REMINDER',
      'ORDER_PROCESSED',
      'ORDER_SHIPPED',
      'ORDER_COMPLETED',
      'ORDER_CANCELED',
      'PREORDER_DUE',
      'PROMO',
    ]);
  });

  test('of what is collected at the shop names that once', async () => {
    const id = await at.order();
    await at.query(
      `update orders set logistic_name = 'Ambil di Toko', rate_name = 'Ambil di Toko' where shop_id = $1 and id = $2`,
      [at.shop.shop_id, id],
    );
    const { body } = expectOk(
      await at.shop.call('POST', '/api/open/woowa/order/message', { id, message: 'Kirim: {%courier%}.' }),
    );
    expect(body.data.text).toBe('Kirim: Ambil di Toko.');
  });

  test('of a store tells the unique code, what to transfer and where', async () => {
    const store = await openStore(at.app);
    const placed = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
    const [{ id, unique_code, nominal_transfer_idr }] = await at.query(
      `select b.order_id as id, p.unique_code, p.nominal_transfer_idr from buyer_payment_orders b
       join buyer_payments p on p.shop_id = b.shop_id and p.id = b.payment_id where p.shop_id = $1 and p.id = $2`,
      [store.shop.shop_id, placed.payment_id],
    );
    const { data } = expectOk(
      await store.shop.call('GET', '/api/open/woowa/order/message', { id: String(id) }),
    ).body;
    expect(unique_code).toBeGreaterThan(0);
    expect(data.message).toContain(`termasuk kode unik ${unique_code}`);
    expect(data.message.replaceAll('.', '')).toContain(String(nominal_transfer_idr));
    expect(data.message).toContain('BCA');
  });

  test('is a link for a person where the shop has no vendor', async () => {
    await at.openShop();
    const id = await at.order();
    const { body } = expectOk(
      await at.shop.call('POST', '/api/open/woowa/order/message', {
        id,
        message: 'Halo {%buyer%}, total {%total%}',
      }),
    );
    expect(body).toMatchObject({
      message: 'Open the link to send the message',
      data: { status: 1, state: 'LINK' },
    });
    expect(body.data.text).toBe('Halo Siti, total Rp210.000');
    expect(body.data.link).toBe(`https://wa.me/6281234567890?text=${encodeURIComponent(body.data.text)}`);
    const listed = expectOk(await at.shop.call('GET', '/api/open/message', { state: 'LINK' })).body.data;
    expect(listed).toMatchObject([
      { id: body.data.message_id, order_id: id, link: body.data.link, state: 'LINK' },
    ]);
  });

  test('leaves before all that waits, also during quiet hours', async () => {
    await at.openShop();
    await at.choose('woowa');
    await at.setting({ quiet_from: '00:00', quiet_until: '23:59' });
    const id = await at.order();
    const ids = await at.addCustomers(2);
    expectOk(await at.shop.call('POST', '/api/open/woowa/customer', { customers: ids, template: 'Promo' }));
    expectOk(await at.shop.call('POST', '/api/open/woowa/order/message', { id, message: 'Segera' }));
    await at.app.runJobs();
    expect(at.vendors.woowa.told.map(({ text }) => text)).toEqual(['Segera']);
    expect(await at.states()).toEqual({ SENT: 1, WAITING: 2 });
    const { data } = expectOk(await at.shop.call('GET', '/api/open/message', { state: 'WAITING' })).body;
    expect(data.map(({ leaves_at }: { leaves_at: string }) => leaves_at.slice(10))).toEqual([
      'T23:59:00+07:00',
      'T23:59:00+07:00',
    ]);
  });

  test('with names that look like placeholders tells them as they are, once', async () => {
    await at.openShop();
    const evil = await at.addCustomer('{%shopname%} {%products%}', '0857-1111-2222');
    const id = await at.order({ customer_sender_id: evil });
    const { body } = expectOk(
      await at.shop.call('POST', '/api/open/woowa/order/message', { id, message: 'Halo {%buyer%}' }),
    );
    expect(body.data.text).toBe('Halo {%shopname%} {%products%}');
  });

  test('is cut at what a message can have, however large the template is', async () => {
    await at.openShop();
    const id = await at.order();
    const message = `${'x'.repeat(3_700)}${'{%payment%}'.repeat(27)}`;
    const { body } = expectOk(await at.shop.call('POST', '/api/open/woowa/order/message', { id, message }));
    expect(Array.from(body.data.text)).toHaveLength(4_096);
    expect(
      (await at.shop.call('POST', '/api/open/woowa/order/message', { id, message: 'x'.repeat(4_001) }))
        .status,
    ).toBe(422);
  });

  test('of another shop is answered like one that does not exist', async () => {
    const other = await at.app.openShop();
    const id = await at.order();
    for (const [method, path, input] of [
      ['GET', '/api/open/woowa/order/message', { id: String(id) }],
      ['GET', `/api/open/woowa/order/messages/${id}`, {}],
      ['POST', '/api/open/woowa/order/message', { id, message: 'x' }],
    ] as const)
      expect((await other.call(method, path, input)).status).toBe(404);
  });
});
