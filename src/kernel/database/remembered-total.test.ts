import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';

const LIST = '/api/open/customer';

let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

/** Has somebody with this token make a customer. */
const create = async (name: string, token = shop.token) => {
  const { body } = expectOk(
    await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  const district_id = body.data[0].id;
  const input = { name, phone: '081234567890', address: 'Jalan Mawar 1', category: 'N', district_id };
  expectOk(await app.call('POST', `${LIST}/create`, input, { token }));
};
const total = async () => expectOk(await shop.call('GET', LIST)).body.meta.pagination.total;

describe('a total that has to be counted', () => {
  test('is counted once as long as nothing changes in the shop', async () => {
    // What was changed by the same credential is forgotten when that is looked up again.
    await sleep(1_100);
    const before = await total();
    expect(await countStatements(app, total)).toBe(1);
    expect(await total()).toBe(before);
  });

  test('has at once what was changed with the same credential', async () => {
    const before = await total();
    await create('Ani');
    expect(await total()).toBe(before + 1);
  });

  test('has what others changed a second later', async () => {
    const { email, password } = shop;
    const { body } = expectOk(await app.call('POST', '/api/account/login', { email, password }));
    await sleep(1_100);
    const before = await total();
    await create('Budi', body.data.token);
    await sleep(1_100);
    expect(await total()).toBe(before + 1);
  });
});
