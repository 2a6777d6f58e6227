import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { FAULTS } from '../../../../test/integrations/fault-proxy.ts';
import { messageScene, type ConnectedName } from '../../../../test/integrations/message-scene.ts';
import { statusOf, whatsappCall } from '../../../../test/integrations/message-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';

const at = messageScene({ timeout_ms: 250 });
const PATH = '/api/open/message/broadcast';

/** A network that says everything twice tells a vendor that knows no message again twice, whatever is done here. */
const MESSAGE_FAULTS = FAULTS.filter((fault) => fault !== 'sent twice');

const phonesOf = (vendor: ConnectedName) => at.vendors[vendor].told.map(({ phone }) => phone);

async function broadcast(customers: number[], template = 'Halo {%buyer%}'): Promise<number> {
  const { data } = expectOk(await at.shop.call('POST', PATH, { customers, template })).body;
  return data.id as number;
}

const get = async (id: number) => expectOk(await at.shop.call('GET', `${PATH}/${id}`)).body.data;

/** Leaves what a process has as it is found when that was killed long ago. */
const lose = () =>
  at.query(
    `update messages set claimed_at = claimed_at - interval '1 hour' where shop_id = $1 and id in (select id from messages
       where shop_id = $1 and state = 'SENDING' order by id for update skip locked) returning id`,
  );

describe('a message', () => {
  test('that a process had that was killed before the vendor was asked is sent, once', async () => {
    await at.openShop();
    await at.choose('woowa');
    const ids = await at.addCustomers(2);
    await broadcast(ids);
    at.proxies.woowa.set('reset');
    await at.app.runJobs();
    await at.query(
      `update messages set state = 'SENDING', claimed_at = now() - interval '1 hour', asked_at = null where shop_id = $1`,
    );
    at.proxies.woowa.set(undefined);
    await at.work();
    expect(await at.states()).toEqual({ SENT: 2 });
    expect(phonesOf('woowa')).toHaveLength(2);
  });

  test('that a process had that was killed after the vendor was asked is never sent again by itself', async () => {
    await at.openShop();
    await at.choose('woowa');
    await broadcast(await at.addCustomers(1));
    await at.app.runJobs();
    await at.query(
      `update messages set state = 'SENDING', claimed_at = now() - interval '1 hour', sent_at = null where shop_id = $1`,
    );
    await at.work();
    await at.work();
    expect(await at.states()).toEqual({ UNKNOWN: 1 });
    expect(phonesOf('woowa')).toHaveLength(1);
    const [{ id }] = await at.messages();
    expectOk(await at.shop.call('POST', '/api/open/message/decide', { ids: [id], decision: 'SENT' }));
    expect(await at.states()).toEqual({ SENT: 1 });
  });

  test('whose answer was lost is known from what WhatsApp tells under its key, and a person need not decide', async () => {
    await at.openShop();
    const path = (await at.choose('whatsapp')) ?? '';
    await at.query(
      `insert into message_phones (shop_id, phone, heard_at) select $1, phone, now() from customers where shop_id = $1 on conflict do nothing`,
    );
    const ids = await at.addCustomers(1);
    await at.query(
      `insert into message_phones (shop_id, phone, heard_at) select $1, phone, now() from customers where shop_id = $1 on conflict do nothing`,
    );
    await broadcast(ids);
    at.proxies.whatsapp.set('answer lost');
    await at.app.runJobs();
    expect(await at.states()).toEqual({ UNKNOWN: 1 });
    at.proxies.whatsapp.set(undefined);
    const statuses = at.vendors.whatsapp.told.map((told) => statusOf(told, 'sent'));
    expect(await at.callBack(path, { statuses })).toBe(200);
    expect(await at.states()).toEqual({ SENT: 1 });
    await at.work();
    expect(phonesOf('whatsapp')).toHaveLength(1);
  });

  test('that is to be sent again, and turns out to have been sent, is not', async () => {
    await at.openShop();
    const path = (await at.choose('whatsapp')) ?? '';
    const ids = await at.addCustomers(1);
    await at.query(
      `insert into message_phones (shop_id, phone, heard_at) select $1, phone, now() from customers where shop_id = $1 on conflict do nothing`,
    );
    await broadcast(ids);
    at.proxies.whatsapp.set('answer lost');
    await at.app.runJobs();
    at.proxies.whatsapp.set(undefined);
    const [{ id }] = await at.messages();
    expectOk(await at.shop.call('POST', '/api/open/message/decide', { ids: [id], decision: 'SEND_AGAIN' }));
    const statuses = at.vendors.whatsapp.told.map((told) => statusOf(told, 'delivered'));
    const { body, headers } = whatsappCall({ statuses });
    expectOk(await at.app.call('POST', path, body, headers));
    // What is told may come before or after the work that is queued: here it is worked first.
    await at.hold();
    await at.app.runJobs();
    await at.work();
    expect(await at.states()).toEqual({ DELIVERED: 1 });
    expect(phonesOf('whatsapp')).toHaveLength(1);
  });
});

describe('a vendor', () => {
  test('that is not there for a day loses nothing, and is asked rarely', async () => {
    await at.openShop();
    await at.choose('woowa');
    const ids = await at.addCustomers(30);
    await at.query(`update message_connections set address = 'http://127.0.0.1:65531' where shop_id = $1`);
    await broadcast(ids);
    await at.app.runJobs();
    for (let hour = 0; hour < 24; hour += 1) await at.work();
    expect(await at.states()).toEqual({ WAITING: 30 });
    const shown = expectOk(await at.shop.call('GET', '/api/open/message/setting')).body.data;
    expect(shown).toMatchObject({ problem: 'unavailable', paused_until: expect.any(String) });
    const [{ pause }] = await at.query(
      'select extract(epoch from next_send_at - now())::int as pause from message_settings where shop_id = $1',
    );
    expect(pause).toBeGreaterThan(3_000);
    await at.choose('woowa');
    await at.work();
    expect(await at.states()).toEqual({ SENT: 30 });
  }, 60_000);

  test('that takes messages and never answers is left alone after a few, so that few are unknown', async () => {
    await at.openShop();
    await at.choose('woowa');
    const ids = await at.addCustomers(40);
    at.vendors.woowa.behave(() => 'silence');
    await broadcast(ids);
    await at.app.runJobs();
    const states = await at.states();
    expect(states['UNKNOWN']).toBeLessThanOrEqual(8);
    expect((states['UNKNOWN'] ?? 0) + (states['WAITING'] ?? 0)).toBe(40);
  });

  test('whose key is refused sends nothing and loses nothing until there is another', async () => {
    await at.openShop();
    await at.choose('woowa');
    await broadcast(await at.addCustomers(5));
    at.vendors.woowa.behave(() => ({ status: 401 }));
    await at.app.runJobs();
    expect(await at.states()).toEqual({ WAITING: 5 });
    expect(at.vendors.woowa.requests.length).toBeLessThanOrEqual(5);
    at.vendors.woowa.behave(() => undefined);
    await at.choose('woowa');
    await at.work();
    expect(await at.states()).toEqual({ SENT: 5 });
  });
});

/** How many: MESSAGES=5000 for the full size. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 200);
/** So little is done in a round that there are many, each with a fault of its own. */
const TURN_MS = 200;

test.each(['woowa', 'whatsapp'] as const)(
  `${MESSAGES} messages by %s through all faults, with two processes that are killed again and again: each is told once, or a person is asked`,
  { timeout: 900_000 },
  async (name) => {
    await at.openShop();
    const path = await at.choose(name);
    const ids = await at.addCustomers(MESSAGES);
    await at.query(
      `insert into message_phones (shop_id, phone, heard_at) select $1, phone, now() from customers where shop_id = $1 on conflict do nothing`,
    );
    const id = await broadcast(ids);
    await at.hold();
    await at.app.runJobs();
    let rounds = 0;
    let kills = 0;
    let decided = 0;
    let told_until = 0;
    const isOpen = ({ WAITING = 0, SENDING = 0, UNKNOWN = 0 }: Record<string, number>) =>
      WAITING + SENDING + UNKNOWN > 0;
    while (rounds < 2_000 && (rounds === 0 || isOpen(await at.states()))) {
      rounds += 1;
      const fault = rounds % 3 === 0 ? undefined : MESSAGE_FAULTS[rounds % MESSAGE_FAULTS.length];
      at.proxies[name].set(fault, 2);
      const working = Promise.all([at.work(TURN_MS), at.work(TURN_MS)]);
      // A process that is killed leaves what it has: another finds it later, while the first may still be on its way.
      await sleep(Math.random() * TURN_MS);
      kills += (await lose()).length;
      await at.work(TURN_MS / 2);
      await working;
      await lose();
      await at.hold();
      if (path !== null) {
        const statuses = at.vendors[name].told.slice(told_until).map((told) => statusOf(told, 'sent'));
        told_until = at.vendors[name].told.length;
        for (let first = 0; first < statuses.length; first += 100)
          await at.callBack(path, { statuses: statuses.slice(first, first + 100) });
      }
      decided += await decideUnknown(name, path !== null);
    }
    const phones = phonesOf(name);
    expect([phones.length, new Set(phones).size]).toEqual([MESSAGES, MESSAGES]);
    expect(await at.states()).toEqual({ SENT: MESSAGES });
    expect(await get(id)).toMatchObject({
      state: 'DONE',
      total: MESSAGES,
      counts: { sent: MESSAGES, unknown: 0 },
    });
    console.log(
      `${MESSAGES} messages by ${name}: ${rounds} rounds, ${at.vendors[name].requests.length} requests, ${kills} taken from a killed process, ${decided} decided by a person`,
    );
  },
);

/** What nobody knows a person decides, who looks at what the vendor shows as sent. @returns how many */
async function decideUnknown(name: ConnectedName, is_told: boolean): Promise<number> {
  const unknown = await at.query(
    `select id, phone from messages where shop_id = $1 and state = 'UNKNOWN' order by id limit 500`,
  );
  const phones = new Set(phonesOf(name));
  const sent = unknown.filter(({ phone }) => phones.has(phone)).map(({ id }) => id);
  // Where the vendor tells what it has sent, none is left that was.
  expect(is_told ? sent : []).toEqual([]);
  const unsent = unknown.filter(({ phone }) => !phones.has(phone)).map(({ id }) => id);
  for (const [ids, decision] of [
    [sent, 'SENT'],
    [unsent, 'SEND_AGAIN'],
  ] as const)
    if (ids.length > 0) expectOk(await at.shop.call('POST', '/api/open/message/decide', { ids, decision }));
  return unknown.length;
}
