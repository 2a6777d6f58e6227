import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';
import { chargeBy, endCharge, payCharge } from '../sandbox/charges.ts';
import { billingNews } from './billing-news.ts';
import { billingLimits } from './limits.ts';
import { workDue } from './work-orders.ts';

let now = new Date('2026-03-10T05:00:00Z');
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};
let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now }, environment: { BILLING: 'on', GATEWAY: 'sandbox' } });
});
beforeEach(async () => {
  shop = await app.openShop();
});
afterAll(() => app.close());

const order = () => shop.call('POST', '/api/open/billing/order', { packages: ['sms-1000'] });
const opened = async () => {
  const { id } = expectOk(await order()).body.data;
  await app.runJobs();
  const { rows } = await app.database.pool.query<{ key: string }>(
    'select key from billing_orders where shop_id = $1 and id = $2',
    [shop.shop_id, id],
  );
  return { id: id as number, key: rows[0]?.key ?? '' };
};
const first = async () => expectOk(await shop.call('GET', '/api/open/billing')).body.data[0];

describe('an invoice whose page was ended at the gateway', () => {
  test('expires with the callback that tells it, and counts among the unpaid ones no more', async () => {
    for (let count = 0; count < billingLimits.billing_orders_open; count += 1) {
      const { id, key } = await opened();
      await endCharge(app.services, key);
      const news = { payment_id: null, amount_idr: 350_000, happened_at: now };
      await billingNews.read(shop.context(), id, news as Parameters<typeof billingNews.read>[2]);
      expect(await first()).toMatchObject({ status: 'EXPIRED', received_amount: 0 });
    }
    expect((await order()).status).toBeLessThan(300);
  });

  test('expires by the clock where the callback was lost', async () => {
    const { key } = await opened();
    await endCharge(app.services, key);
    later(15);
    await workDue(app.services);
    expect((await first()).status).toBe('EXPIRED');
  });

  test('starts its packages all the same where money comes late', async () => {
    const { key } = await opened();
    await endCharge(app.services, key);
    later(15);
    await workDue(app.services);
    const charge = await chargeBy(app.services, 'key', key);
    if (charge === undefined) throw new Error('there is no charge to pay');
    await payCharge(app.services, charge, charge.amount_idr, now);
    later(24 * 3_600 + 1);
    await workDue(app.services);
    const { rows } = await app.database.pool.query(
      `select state from billing_orders where shop_id = $1 and key = $2`,
      [shop.shop_id, key],
    );
    expect(rows).toEqual([{ state: 'PAID' }]);
  });
});
