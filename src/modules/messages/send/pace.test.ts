import { describe, expect, test, vi } from 'vitest';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { runMessages } from './run-messages.ts';

const at = messageScene();

/** Messages that nothing but the process that serves has to send, at this pace. */
async function queue(per_minute: number, count: number): Promise<void> {
  await at.openShop();
  await at.choose('woowa');
  await at.query('update message_settings set per_minute = $2 where shop_id = $1', [
    at.shop.shop_id,
    per_minute,
  ]);
  expectOk(await at.shop.call('PUT', '/api/open/message/followup', { kind: 'ORDER_CANCELED', is_on: true }));
  for (let made = 0; made < count; made += 1)
    expectOk(await at.shop.call('POST', '/api/open/order/cancel', { id: await at.order() }));
  await at.app.readEvents();
}

const sentTimes = async () =>
  (await at.messages()).flatMap(({ sent_at }) => (sent_at === null ? [] : [sent_at.getTime() as number]));

describe('the pace of a vendor', () => {
  test('is kept also where it is slow: a shop that waits for it is looked at again in time', async () => {
    await queue(80, 4);
    const running = runMessages(at.app.services);
    await vi.waitFor(async () => expect(await sentTimes()).toHaveLength(4), { timeout: 15_000 });
    await running.close();
    const times = (await sentTimes()).toSorted((a, b) => a - b);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    for (const pause of pauses) expect(pause).toBeGreaterThan(600);
    expect(Math.max(...pauses)).toBeLessThan(4_000);
  }, 30_000);

  test('of one shop keeps no other waiting', async () => {
    await queue(1, 2);
    const slow = at.shop.shop_id;
    await queue(1_000, 1);
    const running = runMessages(at.app.services);
    await vi.waitFor(async () => expect(await at.states()).toEqual({ SENT: 1 }), { timeout: 12_000 });
    await running.close();
    expect(await at.query('select state from messages where shop_id = $1 order by state', [slow])).toEqual([
      { state: 'SENT' },
      { state: 'WAITING' },
    ]);
  }, 30_000);
});
