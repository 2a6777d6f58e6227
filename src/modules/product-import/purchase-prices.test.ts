import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { IMPORT, importer, KAOS } from '../../../test/import-sheets.ts';
import { hire, type Staff } from '../../../test/staff.ts';
import { expectOk } from '../../../test/stall.ts';

let app: TestApp;
let shop: TestShop;
let admin: Staff;
let owners: ReturnType<typeof importer>;
let admins: ReturnType<typeof importer>;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  shop = await app.openShop();
  admin = await hire(app, shop, 'admin');
  owners = importer(app, shop);
  admins = importer(app, admin);
});
afterAll(() => app.close());

const costs = async (): Promise<number[]> =>
  (await owners.products()).flatMap((product: { variations: { price_buy: number }[] }) =>
    product.variations.map(({ price_buy }) => price_buy),
  );

test('an admin learns nothing of a purchase price from what a sheet would do', async () => {
  await owners.apply((await owners.upload(KAOS)).id);
  const guesses = await Promise.all(
    [30_000, 29_999].map(async (guess) => {
      const row = { 'Nama produk': 'Kaos Ayu', SKU: 'KA-1', 'Harga beli': guess };
      const { id, counts } = await admins.upload([row]);
      return { counts, errors: await admins.errorsOf(id), id };
    }),
  );
  const [right, wrong] = guesses.map(({ counts, errors }) => ({ counts, errors }));
  expect(right).toEqual(wrong);
  expect(right).toMatchObject({
    counts: { wrong: 1, changed: 0, unchanged: 0 },
    errors: [[2, [expect.stringContaining('Harga beli: Your role cannot see Harga beli')]]],
  });
  for (const { id } of guesses) expect((await admins.act(id, 'apply', { partial: true })).status).toBe(422);
  expect(await costs()).toEqual([30_000, 0]);
});

test('an admin changes the rest by a sheet and says what new goods cost', async () => {
  await owners.apply((await owners.upload(KAOS)).id);
  const { id, counts } = await admins.upload([
    { 'Nama produk': 'Kaos Ayu', SKU: 'KA-1', Harga: 60_000, 'Harga beli': '', Stok: 1 },
    { 'Nama produk': 'Topi', SKU: 'TOPI', Harga: 20_000, 'Harga beli': 9_000, Stok: 1 },
  ]);
  expect(counts).toMatchObject({ created: 1, changed: 1, wrong: 0 });
  await admins.apply(id);
  expect(await costs()).toEqual([30_000, 0, 9_000]);
  await admins.undo(id);
  expect(await costs()).toEqual([30_000, 0]);
});

test("others' sheets with purchase prices are not there for an admin; those without are", async () => {
  const { id } = await owners.upload(KAOS);
  const plain = await owners.upload([{ 'Nama produk': 'Topi', SKU: 'TOPI', Harga: 20_000, Stok: 1 }]);
  const listed = expectOk(await admin.call('GET', IMPORT)).body;
  expect(listed.data.map((row: { id: number }) => row.id)).toEqual([plain.id]);
  expect(listed.meta.pagination.total).toBe(1);
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/rows'],
    ['GET', '/report'],
    ['POST', '/apply'],
    ['POST', '/undo'],
  ] as const) {
    const hidden = await admin.call(method, `${IMPORT}/${id}${path}`);
    const missing = await admin.call(method, `${IMPORT}/987654321${path}`);
    expect([hidden.status, { ...hidden.body, request_id: '' }]).toEqual([
      404,
      { ...missing.body, request_id: '' },
    ]);
  }
  expectOk(await admin.call('GET', `${IMPORT}/${plain.id}/report`));
});
