import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';
import { storeDownload } from '../../kernel/files/downloads.ts';

let test_app: TestApp;
let shop: TestShop;
let other: TestShop;
beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  other = await test_app.openShop();
});
afterAll(() => test_app.close());

/** The token as if it were of the other shop, of one that does not exist, and of none. */
const changed = (token: string) => {
  expect(token.endsWith(`_${shop.shop_id}`)).toBe(true);
  const bare = token.slice(0, token.lastIndexOf('_'));
  return [`${bare}_${other.shop_id}`, `${bare}_999999999999999`, `${bare}_`, bare];
};
const statusOf = async (token: string) =>
  (await test_app.call('GET', '/api/account/me', {}, { authorization: `Bearer ${token}` })).status;

test('a session says its shop, and opens nothing as one of another', async () => {
  expect(await statusOf(shop.token)).toBe(200);
  for (const token of changed(shop.token)) expect([token, await statusOf(token)]).toEqual([token, 401]);
});

test('an API key says its shop, and opens nothing as one of another', async () => {
  const { key } = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kasir' })).body.data;
  expect(await statusOf(key)).toBe(200);
  for (const token of changed(key)) expect([token, await statusOf(token)]).toEqual([token, 401]);
});

test('an invitation says its shop, and invites to no other', async () => {
  const invited = { email: `pegawai-${shop.shop_id}@example.com`, full_name: 'Sari', role: 'admin' };
  const { token } = expectOk(await shop.call('POST', '/api/account/user/invite', invited)).body.data;
  const accept = (text: string) =>
    test_app.call('POST', '/api/account/user/accept', { token: text, password: 'kata-sandi-panjang' });
  for (const text of changed(token)) expect((await accept(text)).body.code).toBe('invitation_ended');
  expect((await accept(token)).status).toBe(200);
});

test('the link to a file says its shop, and gives nothing as one of another', async () => {
  const link = await storeDownload(shop.context(), {
    name: 'daftar.txt',
    content_type: 'text/plain',
    write: (path) => writeFile(path, 'isi'),
  });
  const path = new URL(link).pathname;
  for (const text of changed(path)) expect((await test_app.call('GET', text)).status).toBe(404);
  expect((await test_app.call('GET', path)).status).toBe(200);
});
