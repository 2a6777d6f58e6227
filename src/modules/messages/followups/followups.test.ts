import { describe, expect, test } from 'vitest';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { expectOk, orderOf, today } from '../../../../test/stall.ts';
import { openStore } from '../../../../test/store-scene.ts';

const at = messageScene();
const PATH = '/api/open/message/followup';

const turn = async (kind: string, is_on = true, after_hours?: number) =>
  expectOk(
    await at.shop.call('PUT', PATH, { kind, is_on, ...(after_hours !== undefined && { after_hours }) }),
  );
const told = async () =>
  (await at.messages()).map(({ kind, state, reason }) => [kind, state, ...(reason ? [reason] : [])]);
const pay = (order_id: number) =>
  at.shop.call('PATCH', '/api/open/order/quick-payment', {
    id: order_id,
    payment: { status: 'PAID', date: today(), bank_id: at.stall.bank_id },
  });
/** What waits for its hour is due. */
const wait = () =>
  at.query(
    `update messages set next_try_at = now() - interval '1 second' where shop_id = $1 and state = 'WAITING'`,
  );

describe('what is told by itself', () => {
  test('is nothing until it is switched on, and then only of what happens from then on', async () => {
    await at.openShop();
    const before = await at.order();
    await at.app.readEvents();
    expect(await at.messages()).toEqual([]);
    const { data } = expectOk(await at.shop.call('GET', PATH)).body;
    expect(data.map(({ is_on }: { is_on: boolean }) => is_on)).toEqual(Array(6).fill(false));
    await turn('ORDER_CANCELED');
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id: before }));
    await at.app.readEvents();
    expect(await told()).toEqual([['ORDER_CANCELED', 'WAITING']]);
  });

  test('needs hours for the reminder, and no others', async () => {
    await at.openShop();
    const answer = await at.shop.call('PUT', PATH, { kind: 'REMINDER', is_on: true });
    expect([answer.status, Object.keys(answer.body.message)]).toEqual([422, ['after_hours']]);
    expect(expectOk(await turn('REMINDER', true, 24)).body.data).toMatchObject({
      is_on: true,
      after_hours: 24,
    });
  });

  test('follows an order to its end, each kind once, whatever is read or said again', async () => {
    await at.openShop();
    await at.choose('woowa');
    for (const kind of ['ORDER_PROCESSED', 'ORDER_SHIPPED', 'ORDER_COMPLETED']) await turn(kind);
    await turn('REMINDER', true, 2);
    const id = await at.order();
    await at.app.readEvents();
    expect(await told()).toEqual([['REMINDER', 'WAITING']]);
    expectOk(await pay(id));
    await at.app.readEvents();
    expect(await told()).toEqual([
      ['REMINDER', 'SKIPPED', 'ORDER_CHANGED'],
      ['ORDER_PROCESSED', 'WAITING'],
    ]);
    await at.work();
    expectOk(await at.shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number: 'JP123' }));
    await at.app.readEvents();
    await at.work();
    for (const status of ['ON PROCESS', 'DELIVERED'])
      expectOk(await at.shop.call('PATCH', '/api/open/order/shipping-status', { id, status }));
    await at.app.readEvents();
    await at.query(`update event_readers set position = 0 where name = 'message-followups'`, []);
    await at.app.readEvents();
    await at.work();
    expect(
      at.vendors.woowa.told.map(({ text }) => /sedang kami siapkan|JP123|sudah sampai/.exec(text)?.[0]),
    ).toEqual(['sedang kami siapkan', 'JP123', 'sudah sampai']);
    expect(await at.states()).toEqual({ SENT: 3, SKIPPED: 1 });
  });

  test('reminds of an unpaid order after its hours, with what is still to be paid', async () => {
    await at.openShop();
    await at.choose('woowa');
    await turn('REMINDER', true, 5);
    const id = await at.order();
    await at.app.readEvents();
    await at.work();
    expect(at.vendors.woowa.told).toEqual([]);
    const [{ hours }] = await at.query(
      `select round(extract(epoch from next_try_at - created_at) / 3600)::int as hours from messages where shop_id = $1`,
    );
    expect(hours).toBe(5);
    expectOk(
      await at.shop.call('PATCH', '/api/open/order/quick-payment', {
        id,
        payment: { status: 'INSTALLMENT', amount: 10_000, date: today(), bank_id: at.stall.bank_id },
      }),
    );
    await wait();
    await at.work();
    expect(at.vendors.woowa.told[0]?.text).toContain('Rp200.000');
  });

  test.each(['paid', 'canceled'] as const)(
    'is not sent of an order that was %s while nobody read events',
    async (how) => {
      await at.openShop();
      await at.choose('woowa');
      await turn('REMINDER', true, 1);
      const id = await at.order();
      await at.app.readEvents();
      expectOk(how === 'paid' ? await pay(id) : await at.shop.call('POST', '/api/open/order/cancel', { id }));
      await wait();
      await at.work();
      expect(at.vendors.woowa.told).toEqual([]);
      expect(await told()).toEqual([['REMINDER', 'SKIPPED', 'ORDER_CHANGED']]);
    },
  );

  test('waits as a link for a person, who finds none that is not true any more', async () => {
    await at.openShop();
    await turn('REMINDER', true, 1);
    const [one, two] = [await at.order(), await at.order()];
    await at.app.readEvents();
    await wait();
    await at.work();
    const links = async () =>
      expectOk(await at.shop.call('GET', '/api/open/message', { state: 'LINK' })).body.data;
    expect((await links()).map(({ order_id }: { order_id: number }) => order_id).toReversed()).toEqual([
      one,
      two,
    ]);
    expectOk(await pay(one));
    await at.app.readEvents();
    const [left] = await links();
    expect([left.order_id, left.is_automatic, new URL(left.link).pathname]).toEqual([
      two,
      true,
      '/6281234567890',
    ]);
    expectOk(await at.shop.call('POST', '/api/open/message/decide', { ids: [left.id], decision: 'SENT' }));
    expect(await links()).toEqual([]);
    const again = await at.shop.call('POST', '/api/open/message/decide', {
      ids: [left.id],
      decision: 'SENT',
    });
    expect(again.status).toBe(409);
  });

  test('reminds buyers of the store with the unique code, but not those who say that they have paid', async () => {
    const store = await openStore(at.app);
    at.shop = store.shop;
    await turn('REMINDER', true, 1);
    const first = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
    const second = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
    await at.app.readEvents();
    expect(await at.states()).toEqual({ WAITING: 2 });
    await at.query(
      `update buyer_payments set state = 'CLAIMED', claimed_at = now() where shop_id = $1 and id = $2`,
      [store.shop.shop_id, second.payment_id],
    );
    await wait();
    await at.work();
    expect(await at.states()).toEqual({ LINK: 1, SKIPPED: 1 });
    const [{ unique_code }] = await at.query(
      'select unique_code from buyer_payments where shop_id = $1 and id = $2',
      [store.shop.shop_id, first.payment_id],
    );
    expect((await at.messages()).find(({ state }) => state === 'LINK').text).toContain(
      `kode unik ${unique_code}`,
    );
  });

  test('tells of a preorder on its day, and later where that moves', async () => {
    await at.openShop();
    await turn('PREORDER_DUE');
    const id = await at.order();
    await at.query(`update orders set estimated_ship_on = $2::date where shop_id = $1 and id = $3`, [
      at.shop.shop_id,
      today(3),
      id,
    ]);
    await at.app.readEvents();
    await wait();
    await at.work();
    expect(await told()).toEqual([['PREORDER_DUE', 'WAITING']]);
    const [{ hour }] = await at.query(
      `select to_char(next_try_at at time zone 'Asia/Jakarta', 'yyyy-mm-dd hh24:mi') as hour from messages where shop_id = $1`,
    );
    expect(hour).toBe(`${today(3)} 09:00`);
    await at.query(`update orders set estimated_ship_on = $2::date where shop_id = $1`, [
      at.shop.shop_id,
      today(),
    ]);
    await wait();
    await at.work();
    expect(await told()).toEqual([['PREORDER_DUE', 'LINK']]);
  });

  test('is not told of an order that came so far before it was switched on, whatever else happens to it', async () => {
    await at.openShop();
    const id = await at.order();
    expectOk(await at.shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number: 'JP777' }));
    const delivered = await at.order();
    for (const status of ['ON PROCESS', 'DELIVERED'])
      expectOk(await at.shop.call('PATCH', '/api/open/order/shipping-status', { id: delivered, status }));
    for (const kind of ['ORDER_SHIPPED', 'ORDER_COMPLETED', 'ORDER_PROCESSED']) await turn(kind);
    expectOk(
      await at.shop.call('PATCH', '/api/open/order', {
        ...orderOf(at.stall),
        order_id: id,
        note: 'Bungkus rapi',
      }),
    );
    expectOk(await pay(delivered));
    await at.app.readEvents();
    expect(await told()).toEqual([]);
  });

  test('is told of what is true again, where it was dropped and never left', async () => {
    await at.openShop();
    await turn('REMINDER', true, 2);
    const id = await at.order();
    await at.app.readEvents();
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id }));
    await at.app.readEvents();
    expect(await told()).toEqual([['REMINDER', 'SKIPPED', 'ORDER_CHANGED']]);
    expectOk(await at.shop.call('POST', '/api/open/order-cancel/return', { id }));
    await at.app.readEvents();
    expect(await told()).toEqual([['REMINDER', 'WAITING']]);
    await wait();
    await at.work();
    expect(await told()).toEqual([['REMINDER', 'LINK']]);
    const [link] = await at.messages();
    expectOk(await at.shop.call('POST', '/api/open/message/decide', { ids: [link.id], decision: 'SENT' }));
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id }));
    expectOk(await at.shop.call('POST', '/api/open/order-cancel/return', { id }));
    await at.app.readEvents();
    expect(await told()).toEqual([['REMINDER', 'SENT']]);
  });

  test('is told to whoever the order is of when it leaves, not to whom it was of before', async () => {
    await at.openShop();
    await at.choose('woowa');
    await turn('REMINDER', true, 1);
    const id = await at.order();
    await at.app.readEvents();
    const other = await at.addCustomer('Rina', '085712345678');
    const body = {
      ...orderOf(at.stall),
      order_id: id,
      customer_sender_id: other,
      customer_receiver_id: other,
    };
    expectOk(await at.shop.call('PATCH', '/api/open/order', body));
    await at.app.readEvents();
    await wait();
    await at.work();
    expect(at.vendors.woowa.told.map(({ phone }) => phone)).toEqual(['6285712345678']);
    expect(await at.messages()).toMatchObject([{ customer_id: other, name: 'Rina', phone: '6285712345678' }]);
  });

  test('that is switched off is dropped where it waits', async () => {
    await at.openShop();
    await turn('REMINDER', true, 1);
    await at.order();
    await at.app.readEvents();
    await turn('REMINDER', false);
    expect(await told()).toEqual([['REMINDER', 'SKIPPED', 'SWITCHED_OFF']]);
    await at.order();
    await at.app.readEvents();
    expect(await at.messages()).toHaveLength(1);
  });

  test('tells customers who want no promos of their orders nevertheless', async () => {
    await at.openShop();
    await turn('ORDER_CANCELED');
    const customer_id = at.stall.customer_id;
    expectOk(await at.shop.call('PUT', '/api/open/message/opt-out', { customer_id, opted_out: true }));
    const id = await at.order();
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id }));
    await at.app.readEvents();
    await at.work();
    expect(await told()).toEqual([['ORDER_CANCELED', 'LINK']]);
  });
});
