import { describe, expect, test } from 'vitest';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { expectOk, orderOf } from '../../../../test/stall.ts';
import { claimMessage } from '../send/claim-message.ts';
import { storeSent } from '../send/store-outcome.ts';
import { messageContext } from '../send/work-messages.ts';

const at = messageScene();
const template = 'Promo untuk {%buyer%}';

const optOut = async (customer_id: number, opted_out = true) =>
  expectOk(await at.shop.call('PUT', '/api/open/message/opt-out', { customer_id, opted_out })).body.data
    .opted_out as boolean;
const links = async (): Promise<{ id: number; customer_id: number; link: string }[]> =>
  expectOk(await at.shop.call('GET', '/api/open/message', { state: 'LINK' })).body.data;
const send = async (customers: number[]) =>
  expectOk(await at.shop.call('POST', '/api/open/woowa/customer/messages', { customers, template }));
/** How many of these promos reach. */
const receivers = async (customers: number[]) =>
  expectOk(await at.shop.call('POST', '/api/open/message/broadcast/preview', { customers, template })).body
    .data.receivers as number;

describe('who wants no promos', () => {
  test('has no link to one any more that can be opened or marked as sent, and whoever has the number neither', async () => {
    await at.openShop();
    const [out = 0, stays = 0] = await at.addCustomers(2);
    const [{ phone }] = await at.query('select phone from customers where shop_id = $1 and id = $2', [
      at.shop.shop_id,
      out,
    ]);
    const twin = await at.addCustomer('Kembar', phone);
    await send([out, stays]);
    await at.app.runJobs();
    await send([twin]);
    await at.app.runJobs();
    const of_order = await at.order({ ...orderOf(at.stall), customer_sender_id: out });
    const by_hand = { id: of_order, message: 'Promo', type: 'PROMO' };
    expectOk(await at.shop.call('POST', '/api/open/woowa/order/message', by_hand));
    const before = await links();
    expect(before).toHaveLength(4);
    await optOut(out);
    expect((await links()).map(({ customer_id }) => customer_id)).toEqual([out, stays]);
    const promo = before.find(({ customer_id }) => customer_id === twin);
    const sent = await at.shop.call('POST', '/api/open/message/decide', {
      ids: [promo?.id],
      decision: 'SENT',
    });
    expect([sent.status, sent.body.code]).toEqual([409, 'message_state']);
    expect(
      (await at.messages()).filter(({ state }) => state === 'SKIPPED').map(({ reason }) => reason),
    ).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  });

  test('gets nothing of what a process has at that moment and was not sent', async () => {
    await at.openShop();
    const [out = 0] = await at.addCustomers(1);
    await at.hold();
    await send([out]);
    await at.app.runJobs();
    await at.query('update message_settings set next_send_at = null where shop_id = $1');
    const context = messageContext(at.app.services, { id: at.shop.shop_id, time_zone: 'Asia/Jakarta' });
    const claim = await claimMessage(context);
    if (claim.is !== 'MESSAGE') throw new Error('nothing was claimed');
    await optOut(out);
    await storeSent(context, claim.message, { state: 'LINK', link: 'https://wa.me/62855' });
    expect(await at.states()).toEqual({ SKIPPED: 1 });
  });

  test('keeps the number out until that one wants them again, whoever else has it', async () => {
    await at.openShop();
    const first = await at.addCustomer('Ayu', '0857-3000-1111');
    const second = await at.addCustomer('Ayu lagi', '0857-3000-1111');
    await optOut(first);
    expect(await receivers([second])).toBe(0);
    expect(await optOut(second, false)).toBe(true);
    expect(await receivers([second])).toBe(0);
    expect(await optOut(first, false)).toBe(false);
    expect(await receivers([second])).toBe(1);
  });

  test('of two who both opted out is followed by the number when the last of them wants promos again', async () => {
    await at.openShop();
    const both = [
      await at.addCustomer('Ayu', '0857-3000-2222'),
      await at.addCustomer('Ayu', '0857-3000-2222'),
    ] as const;
    for (const id of both) await optOut(id);
    expect(await optOut(both[0], false)).toBe(true);
    expect(await optOut(both[1], false)).toBe(false);
    expect(await receivers([...both])).toBe(1);
  });
});
