import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { addBuyer, visitorOf, type TestBuyer } from '../../../../test/visitors.ts';

let test_app: TestApp;
let shop: TestShop;
let mine: TestBuyer;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  mine = await addBuyer(test_app, shop);
});
afterAll(() => test_app.close());

const PATH = '/api/store/:subdomain/account';
const withoutId = ({ status, body: { request_id: _id, ...body } }: Answered) => ({ status, body });

const request = (contact: object) =>
  visitorOf(test_app, shop)('POST', `${PATH}/request`, {
    name: 'Calon Pembeli',
    phone: '0857-9999-0001',
    email: 'calon@example.com',
    ...contact,
  });
const requests = async () => {
  // It is stored after the answer.
  await sleep(200);
  const { rows } = await test_app.database.pool.query(
    `select id, phone, email from customers where shop_id = $1 and registration_status = 'R'`,
    [shop.shop_id],
  );
  return rows;
};

test('an account is requested once, however often and at once, and staff accept it', async () => {
  await Promise.all([1, 2, 3, 4].map(() => request({})));
  const stored = await requests();
  expect(stored).toMatchObject([{ phone: '6285799990001', email: 'calon@example.com' }]);
  const accept = { id: stored[0].id, status: '1' };
  expectOk(await shop.call('PATCH', '/api/open/customer/activation-status', accept));
  expect(await requests()).toEqual([]);
});

test('a request says nothing of whom the shop knows, and joins nobody who is', async () => {
  const { rows } = await test_app.database.pool.query(
    'select phone, email from customers where shop_id = $1 and id = $2',
    [shop.shop_id, mine.customer_id],
  );
  const known = withoutId(await request({ email: rows[0].email, phone: '0857-9999-0002' }));
  expect(known).toEqual(withoutId(await request({ email: 'lain@example.com', phone: '0857-9999-0003' })));
  expect((await requests()).map(({ email }: { email: string }) => email)).toEqual(['lain@example.com']);
  // With the phone number of somebody else, a stranger becomes a customer beside it.
  await request({ email: 'maling@example.com', phone: rows[0].phone });
  const stranger = (await requests()).find(({ email }: { email: string }) => email === 'maling@example.com');
  expect(Number(stranger.id)).not.toBe(mine.customer_id);
});

test('an account that is requested too often is told so, and nothing of signing in', async () => {
  const fresh = await test_app.openShop();
  const ask = (count: number) =>
    visitorOf(test_app, fresh)(
      'POST',
      `${PATH}/request`,
      { name: 'Calon', phone: `0857-9999-01${count}`, email: `calon-${count}@example.com` },
      { 'accept-language': 'id' },
    );
  const answers = [];
  for (let count = 10; count < 21; count += 1) answers.push(await ask(count));
  expect(answers.slice(0, 10).every(({ status }) => status === 200)).toBe(true);
  expect(answers[10]).toMatchObject({ status: 429, body: { code: 'asked_too_often' } });
  expect(answers[10]?.body.message).toMatch(/^Terlalu banyak permintaan\. Coba lagi dalam \d+ detik\.$/);
});
