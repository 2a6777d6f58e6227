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

/** What makes a customer. */
const customer = async (name: string) => {
  const { body } = expectOk(
    await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  const district_id = body.data[0].id;
  return { name, phone: '081234567890', address: 'Jalan Mawar 1', category: 'N', district_id };
};
/** Has somebody with this token make one. */
const create = async (name: string, token = shop.token) =>
  expectOk(await app.call('POST', `${LIST}/create`, await customer(name), { token }));
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

  test('is of the same moment as the tag that it is sent with', async () => {
    const { email, password } = shop;
    const { body } = expectOk(await app.call('POST', '/api/account/login', { email, password }));
    await sleep(1_100);
    const first = expectOk(await shop.call('GET', LIST));
    await create('Citra', body.data.token);
    const polled = await shop.call('GET', LIST, undefined, {
      'if-none-match': String(first.headers['etag']),
    });
    // Else it would be confirmed as long as nothing else changes.
    expect(polled.body.meta.pagination.total).toBe(first.body.meta.pagination.total + 1);
  });

  test('has what a request changed that began beside another of the same credential', async () => {
    const input = await customer('Dewi');
    for (let round = 1; round <= 5; round += 1) {
      await sleep(1_050);
      await Promise.all([shop.call('POST', `${LIST}/create`, input), total(), total()]);
      const at_once = await total();
      await sleep(1_050);
      expect(await total()).toBe(at_once);
    }
  }, 20_000);
});
