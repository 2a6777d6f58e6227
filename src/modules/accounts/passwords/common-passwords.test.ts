import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

let people = 0;
const register = (password: string, change: Record<string, string> = {}) => {
  people += 1;
  const person = {
    full_name: 'Budi Santoso',
    email: `budi${people}@example.com`,
    phone_number: '081234567890',
  };
  const opened = {
    shop_name: 'Sepatu Malang',
    subdomain: `tokoku-${people}`,
    ...person,
    password,
    ...change,
  };
  return test_app.call('POST', '/api/account/register', opened);
};
const invite = async (email = `pegawai${(people += 1)}@example.com`) => {
  const person = { email, full_name: 'Siti Aminah', role: 'admin' };
  return expectOk(await shop.call('POST', '/api/account/user/invite', person)).body.data.token as string;
};
const accept = (token: string, password: string) =>
  test_app.call('POST', '/api/account/user/accept', { token, password });
const change = (password: string) =>
  shop.call('PATCH', '/api/open/user/profile', {
    full_name: 'Juragan',
    phone_number: '081234567890',
    password,
    password_confirmation: password,
    current_password: shop.password,
  });

describe.each([
  'password1',
  'PASSWORD',
  'Qwertyuiop',
  '1q2w3e4r',
  '12345678',
  'aaaaaaaa',
  'hahahaha',
  'iloveyou',
  'sunshine1',
  'ＰＡＳＳＷＯＲＤ',
  '12121212',
  'rahasia123',
  'Sayang-2026',
  'bismillah',
  'admin1234',
])('the common password %s', (password) => {
  test('is refused wherever a password is set, in both languages', async () => {
    for (const answer of [
      await register(password),
      await accept(await invite(), password),
      await change(password),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([422, 'password_common']);
      expect(Object.keys(answer.body.message)).toEqual(['password']);
    }
    expect((await register(password)).body.message.password[0]).toContain('too common');
  });
});

test('the refusal is told in Indonesian too', async () => {
  const answer = await test_app.call(
    'PATCH',
    '/api/open/user/profile',
    {
      full_name: 'Juragan',
      phone_number: '081234567890',
      password: 'password',
      password_confirmation: 'password',
      current_password: shop.password,
    },
    { authorization: `Bearer ${shop.token}`, 'accept-language': 'id' },
  );
  expect(answer.body.message.password[0]).toContain('terlalu umum');
});

test.each([
  ['the name of the shop', 'sepatu malang', {}],
  ['the name of the shop in one word and capitals', 'SEPATUMALANG', {}],
  ['the own name', 'Budi-Santoso', {}],
  ['the email', 'juragan-malang@example.com', { email: 'juragan-malang@example.com' }],
  ['what stands before the @', 'juragan.malang', { email: 'juragan-malang@example.com' }],
  ['the phone number as it is stored', '6281234567890', {}],
  ['the phone number as people write it', '0812-3456-7890', {}],
  ['the subdomain', 'Toko-Juragan', { subdomain: 'toko-juragan' }],
  ['the subdomain with a number', 'toko-juragan123', { subdomain: 'toko-juragan' }],
])('a password that is %s is refused', async (_title, password, facts) => {
  const answer = await register(password, facts);
  expect([answer.status, answer.body.code]).toEqual([422, 'password_personal']);
});

test('whoever is invited can name neither the shop nor themselves', async () => {
  const subdomain = shop.email.split('@')[0] ?? '';
  const token = await invite('siti-penjualan@example.com');
  for (const password of [subdomain, 'siti.penjualan', 'Siti Aminah'])
    expect((await accept(token, password)).body.code).toBe('password_personal');
  expectOk(await accept(token, 'rahasia-sekali'));
});

test.each([
  'rahasia-sekali',
  'sandi-yang-panjang',
  'a-long-password',
  'jeruk-nipis-segar-42',
  'toko saya di malang',
])('the password %s is taken', async (password) => {
  expect((await register(password)).status).toBe(201);
});
