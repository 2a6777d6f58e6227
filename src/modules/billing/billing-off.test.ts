import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

describe('where shops do not pay for packages', () => {
  let own: TestApp;
  beforeAll(async () => {
    own = await startTestApp();
  });
  afterAll(() => own.close());

  test('all that there are run without end, nothing is for sale, and the history is empty', async () => {
    const seller = await own.openShop();
    const get = async (path: string) => expectOk(await seller.call('GET', `/api/open/billing${path}`)).body;
    const addons = (await get('/addons')).data;
    expect(
      addons.map((row: any) => [row.class, row.package, row.active, row.sub_message, row.button_title]),
    ).toEqual([
      ['app', 'App Platinum', true, null, ''],
      ['storefront', 'Storefront Pro', true, null, ''],
      ['mutation', 'Mutasi Bank', true, null, ''],
    ]);
    expect((await get('/packages')).data).toEqual([]);
    expect(await get('')).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
    const answer = await seller.call('POST', '/api/open/billing/order', { packages: ['sms-1000'] });
    expect([answer.status, answer.body.code]).toEqual([422, 'billing_off']);
    const { rows } = await own.database.pool.query('select 1 from shop_packages');
    expect(rows).toEqual([]);
  });
});
