import { describe, expect, test } from 'vitest';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { claimMessage } from '../send/claim-message.ts';
import { putOff } from '../send/store-outcome.ts';
import { messageContext } from '../send/work-messages.ts';
import { expectOk } from '../../../../test/stall.ts';
import { countStatements } from '../../../../test/count-statements.ts';

const at = messageScene();
const PATH = '/api/open/message/broadcast';
const template = 'Halo {%buyer%}';
const get = async (id: number) => expectOk(await at.shop.call('GET', `${PATH}/${id}`)).body.data;
const act = (id: number, what: string) => at.shop.call('POST', `${PATH}/${id}/${what}`);

async function start(input: object): Promise<number> {
  return expectOk(await at.shop.call('POST', PATH, { template, ...input })).body.data.id as number;
}

describe('a preview', () => {
  test('counts who would receive it, who would not and why, and says cost and time; nothing is sent', async () => {
    await at.openShop();
    await at.choose('woowa');
    await at.setting({ cost: 150, per_minute: 2 });
    const ids = await at.addCustomers(5);
    const twin = await at.addCustomer('Kembar', '0812-3456-7890');
    await at.query(`update customers set phone = '' where id = $1`, [ids[0]]);
    expectOk(
      await at.shop.call('PUT', '/api/open/message/opt-out', { customer_id: ids[1], opted_out: true }),
    );
    const customers = [...ids, twin, at.stall.customer_id];
    const { data } = expectOk(await at.shop.call('POST', `${PATH}/preview`, { customers, template })).body;
    expect(data).toEqual({
      receivers: 4,
      skipped: { opted_out: 1, no_phone: 1, duplicate_number: 1 },
      vendor: 'woowa',
      cost: 600,
      minutes: 2,
      text: 'Halo Siti',
    });
    expect(await at.messages()).toEqual([]);
    const id = await start({ customers });
    await at.app.runJobs();
    const rows = await at.messages();
    expect(new Set(rows.filter(({ state }) => state === 'SKIPPED').map(({ reason }) => reason))).toEqual(
      new Set(['DUPLICATE_NUMBER', 'NO_PHONE', 'OPTED_OUT']),
    );
    await at.setting({ per_minute: 1_000 });
    await at.work();
    expect(await get(id)).toMatchObject({
      total: 7,
      counts: { sent: 4, skipped: 3 },
      cost_each: 150,
      state: 'DONE',
    });
  });

  test('takes the same number of statements for one customer and for a thousand', async () => {
    await at.openShop();
    const ids = await at.addCustomers(1_000);
    const statements = (customers: number[]) =>
      countStatements(at.app, () => at.shop.call('POST', `${PATH}/preview`, { customers, template }));
    const one = await statements(ids.slice(0, 1));
    expect(await statements(ids)).toBe(one);
  });
});

describe('receivers', () => {
  test('are found by category, by their last order, and of orders by what is unpaid', async () => {
    await at.openShop();
    const [awake, asleep, never] = (await at.addCustomers(3)) as [number, number, number];
    await at.query(
      `update customers set last_order_at = now() - interval '10 days', category_code = 'Y' where id = $1`,
      [awake],
    );
    await at.query(`update customers set last_order_at = now() - interval '100 days' where id = $1`, [
      asleep,
    ]);
    const count = async (input: object) =>
      expectOk(await at.shop.call('POST', `${PATH}/preview`, { template, ...input })).body.data.receivers;
    expect(await count({ source: 'CATEGORY', category: 'Y' })).toBe(1);
    expect(await count({ source: 'ASLEEP', days: 60 })).toBe(1);
    expect(await count({ source: 'ASLEEP', days: 5 })).toBe(2);
    expect(never).toBeGreaterThan(asleep);
    await at.order();
    await at.order();
    await at.order({ payment: { status: 'PAID', date: '2026-01-05', bank_id: at.stall.bank_id } });
    expect(await count({ source: 'UNPAID', days: 0, template: 'Sisa {%remaining%}' })).toBe(2);
    expect(await count({ source: 'UNPAID', days: 1 })).toBe(0);
    const id = await start({ source: 'UNPAID', days: 0, template: 'Sisa {%remaining%}' });
    await at.app.runJobs();
    expect((await at.messages()).map(({ text, state }) => [text, state])).toEqual([
      ['Sisa Rp210.000', 'LINK'],
      ['Sisa Rp210.000', 'LINK'],
    ]);
    expect(await get(id)).toMatchObject({ source: 'UNPAID', counts: { link: 2 } });
    const [{ order_id }] = await at.messages();
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id: order_id }));
    await at.app.readEvents();
    await at.app.readEvents();
    expect(await at.states()).toEqual({ LINK: 1, SKIPPED: 1 });
  });

  test.each([
    [{ source: 'CATEGORY' }, 'category'],
    [{ source: 'CATEGORY', category: 'Z' }, 'category'],
    [{ source: 'ASLEEP' }, 'days'],
    [{ source: 'CUSTOMERS' }, 'customers'],
    [{ source: 'ASLEEP', days: 5, template: 'Sisa {%remaining%}' }, 'template'],
  ])('%j is refused on %s', async (input, field) => {
    const answer = await at.shop.call('POST', PATH, { template, ...input });
    expect([answer.status, Object.keys(answer.body.message)]).toEqual([422, [field]]);
  });

  test('that are nobody, or more than may be, are refused', async () => {
    await at.openShop();
    const nobody = await at.shop.call('POST', PATH, { source: 'ASLEEP', days: 1, template });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'message_nobody']);
    await at.addCustomers(10_001);
    await at.query(`update customers set last_order_at = now() - interval '9 days' where shop_id = $1`);
    const many = await at.shop.call('POST', PATH, { source: 'ASLEEP', days: 1, template });
    expect([many.status, many.body.code]).toEqual([422, 'message_receivers']);
    await at.query(`update customers set last_order_at = null where shop_id = $1 and id = $2`, [
      at.shop.shop_id,
      at.stall.customer_id,
    ]);
    await at.query(
      `update customers set last_order_at = null where shop_id = $1 and id = (select max(id) from customers where shop_id = $1)`,
    );
    const began = performance.now();
    const id = await start({ source: 'ASLEEP', days: 1 });
    await at.hold();
    await at.choose('woowa');
    await at.hold();
    await at.app.runJobs();
    expect(await get(id)).toMatchObject({ counts: { waiting: 10_000 } });
    console.log(`10,000 messages are made in ${Math.round(performance.now() - began)} ms`);
    expectOk(await act(id, 'stop'));
    expect(await at.states()).toEqual({ STOPPED: 10_000 });
  }, 120_000);
});

describe('a broadcast', () => {
  test('of the same text to the same receivers is begun once, however many ask at the same time', async () => {
    await at.openShop();
    await at.choose('woowa');
    const customers = await at.addCustomers(3);
    const answers = await Promise.all(
      [customers, customers.toReversed(), customers, [...customers, ...customers]].map((named) =>
        at.shop.call('POST', PATH, { customers: named, template }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    await at.app.runJobs();
    await at.work();
    expect(at.vendors.woowa.told).toHaveLength(3);
    expectOk(await at.shop.call('POST', PATH, { customers, template }));
    await at.app.runJobs();
  });

  test('that is paused sends nothing more, goes on when it is resumed, and ends when it is stopped', async () => {
    await at.openShop();
    await at.choose('woowa');
    const id = await start({ customers: await at.addCustomers(10) });
    await at.hold();
    await at.app.runJobs();
    expectOk(await act(id, 'pause'));
    await at.work();
    expect(await at.states()).toEqual({ HELD: 10 });
    expect(expectOk(await act(id, 'resume')).body.data).toMatchObject({
      state: 'RUNNING',
      counts: { waiting: 10 },
    });
    await at.query(
      `update messages set state = 'HELD' where shop_id = $1 and id in (select id from messages where shop_id = $1 order by id limit 4)`,
    );
    await at.work();
    expect(await at.states()).toEqual({ HELD: 4, SENT: 6 });
    expect(expectOk(await act(id, 'stop')).body.data).toMatchObject({
      state: 'STOPPED',
      counts: { sent: 6, stopped: 4 },
      ended_at: expect.any(String),
    });
    for (const what of ['pause', 'resume', 'stop']) expect((await act(id, what)).status).toBe(409);
    await at.work();
    expect(at.vendors.woowa.told).toHaveLength(6);
  });

  test.each([
    ['pause', 'HELD'],
    ['stop', 'STOPPED'],
  ])('sends nothing after a %s of what a process had then and could not send', async (what, state) => {
    await at.openShop();
    await at.choose('woowa');
    const id = await start({ customers: await at.addCustomers(2) });
    await at.hold();
    await at.app.runJobs();
    await at.query('update message_settings set next_send_at = null where shop_id = $1');
    const context = messageContext(at.app.services, { id: at.shop.shop_id, time_zone: 'Asia/Jakarta' });
    // One process ends before it asks the vendor; of the other the vendor wants to be left alone.
    const claims = [await claimMessage(context), await claimMessage(context)];
    expectOk(await act(id, what));
    const [, refused] = claims;
    if (refused?.is !== 'MESSAGE') throw new Error('nothing was claimed');
    await putOff(context, refused.message, new Date(), 'BUSY');
    await at.query(
      `update messages set claimed_at = claimed_at - interval '1 hour' where shop_id = $1 and state = 'SENDING'`,
    );
    await at.work();
    expect(await at.states()).toEqual({ [state]: 2 });
    expect(at.vendors.woowa.told).toEqual([]);
  });

  test('that is paused or stopped before its messages are made begins so', async () => {
    await at.openShop();
    await at.choose('woowa');
    const [one, two] = [await at.addCustomers(2), await at.addCustomers(2)];
    const [paused, stopped] = [await start({ customers: one }), await start({ customers: two })];
    expectOk(await act(paused, 'pause'));
    expectOk(await act(stopped, 'stop'));
    await at.app.runJobs();
    expect(await at.states()).toEqual({ HELD: 2 });
    expectOk(await act(paused, 'resume'));
    await at.work();
    expect([await at.states(), (await get(paused)).state]).toEqual([{ SENT: 2 }, 'DONE']);
  });

  test('asks again, before each message leaves, whether the customer wants it and where the number is now', async () => {
    await at.openShop();
    await at.choose('woowa');
    const [out, moved, gone] = (await at.addCustomers(3)) as [number, number, number];
    await start({ customers: [out, moved, gone] });
    await at.hold();
    await at.app.runJobs();
    expectOk(await at.shop.call('PUT', '/api/open/message/opt-out', { customer_id: out, opted_out: true }));
    await at.query(`update customers set phone = '628570000111' where id = $1`, [moved]);
    await at.query(`update customers set archived_at = now() where id = $1`, [gone]);
    await at.work();
    expect((await at.messages()).map(({ state, reason, phone }) => [state, reason ?? phone])).toEqual([
      ['SKIPPED', 'OPTED_OUT'],
      ['SENT', '628570000111'],
      ['SKIPPED', 'CUSTOMER_DELETED'],
    ]);
  });

  test('keeps to the pace of the vendor, with two processes too, and waits through quiet hours', async () => {
    await at.openShop();
    await at.choose('woowa');
    await at.query('update message_settings set per_minute = 600 where shop_id = $1');
    await start({ customers: await at.addCustomers(60) });
    await at.hold();
    await at.app.runJobs();
    await Promise.all([at.work(1_500), at.work(1_500)]);
    // Ten a second, for one and a half, with what the last turn began.
    expect(at.vendors.woowa.told.length).toBeGreaterThan(4);
    expect(at.vendors.woowa.told.length).toBeLessThan(24);
    const before = at.vendors.woowa.told.length;
    await at.setting({ quiet_from: '00:00', quiet_until: '23:59' });
    await at.work(500);
    expect(at.vendors.woowa.told).toHaveLength(before);
    const [{ due }] = await at.query(
      'select work_due_at > now() as due from message_settings where shop_id = $1',
    );
    expect(due).toBe(true);
  });
});
