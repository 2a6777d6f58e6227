import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { fixedClock, startTestApp, type TestApp } from '../../../test/harness.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock: fixedClock('2026-01-24T18:30:00Z') });
});

afterAll(() => app.close());

test('a new shop is shown with its owner and a supplier at its own address', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('GET', '/api/open/shop');
  expect(status).toBe(200);
  expect(body).toEqual({
    request_id: expect.any(String),
    data: [
      {
        id: shop.shop_id,
        username: shop.email.split('@')[0],
        shop_name: expect.stringMatching(/^Toko \d+$/),
        status: 'ACTIVE',
        class: 'PLATINUM',
        // 01:30 of the next day in Jakarta.
        join_date: '2026-01-25',
        expired_date: null,
        phone: '6281234567890',
        courier: 'JNE,TIKI,POS,SiCepat,Wahana,J&T,Lion Parcel,Ninja,SAP',
        address: '',
        shipper_status: 'NON ACTIVE',
        note: null,
        store_front: true,
        warehouse: true,
        users: [{ id: shop.user_id, email: shop.email, name: 'Juragan' }],
        active_supplier: {
          id: expect.any(Number),
          name: body.data[0].shop_name,
          location: '',
          phone: '6281234567890',
          address: '',
          note: '',
        },
      },
    ],
  });
});

test('the end of the class is a day, and the active supplier shows its district and city', async () => {
  const shop = await app.openShop();
  const { body: before } = await shop.call('GET', '/api/open/shop');
  const district = await someDistrict();
  await shop.call('PATCH', '/api/open/supplier/update', {
    supplier_id: before.data[0].active_supplier.id,
    district_id: district.id,
    address: 'Jl. Daan Mogot 1',
  });
  await app.services.db
    .updateTable('shops')
    .set({ class_ends_on: '2026-05-01' })
    .where('id', '=', shop.shop_id)
    .execute();
  const { body } = await shop.call('GET', '/api/open/shop');
  expect(body.data[0]).toMatchObject({
    expired_date: '2026-05-01',
    shipper_status: 'ACTIVE',
    active_supplier: { location: `${district.name}, ${district.city}`, address: 'Jl. Daan Mogot 1' },
  });
});

test('the shop is shown by one statement, however many users it has', async () => {
  const shop = await app.openShop();
  const sent: number[] = [];
  for (const more of [0, 9, 90]) {
    await addUsers(shop.shop_id, more);
    await shop.call('GET', '/api/open/shop');
    sent.push(
      await countStatements(app, async () => {
        await shop.call('GET', '/api/open/shop');
      }),
    );
  }
  expect(sent).toEqual([1, 1, 1]);
  expect((await shop.call('GET', '/api/open/shop')).body.data[0].users).toHaveLength(100);
});

test('an update changes the shop, and the name of the account that made it', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('PATCH', '/api/open/shop/update', {
    shop_name: 'Sepatu Kita',
    subdomain: 'Sepatu-Kita',
    phone: 81298765432,
    name: 'Bu Sri',
    description: 'Sepatu kulit',
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    request_id: expect.any(String),
    response: 'Success',
    data: { shop_id: shop.shop_id },
  });
  const { body: after } = await shop.call('GET', '/api/open/shop');
  expect(after.data[0]).toMatchObject({
    shop_name: 'Sepatu Kita',
    username: 'sepatu-kita',
    phone: '6281298765432',
    users: [{ id: shop.user_id, name: 'Bu Sri' }],
  });
});

test("another shop's subdomain is refused and nothing changes", async () => {
  const [shop, other] = [await app.openShop(), await app.openShop()];
  const { body: before } = await shop.call('GET', '/api/open/shop');
  const taken = other.email.split('@')[0]?.toUpperCase();
  const change = { shop_name: 'Lain', subdomain: taken, phone: '0811111111', name: 'Lain' };
  const { status, body } = await shop.call('PATCH', '/api/open/shop/update', change, {
    'accept-language': 'id',
  });
  expect(status).toBe(422);
  expect(body).toMatchObject({
    response: 'Failed',
    code: 'subdomain_taken',
    message: { subdomain: ['Subdomain ini sudah digunakan.'] },
  });
  expect((await shop.call('GET', '/api/open/shop')).body.data).toEqual(before.data);
});

test('of ten shops that ask for one subdomain at once, one gets it', async () => {
  const shops = await Promise.all(Array.from({ length: 10 }, () => app.openShop()));
  const change = { shop_name: 'Rebutan', subdomain: 'rebutan', phone: '0811111111', name: 'Juragan' };
  const answers = await Promise.all(shops.map((shop) => shop.call('PATCH', '/api/open/shop/update', change)));
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
    200,
    ...Array(9).fill(422),
  ]);
});

test('general info is changed and shown; a logo that is not sent stays, an empty one is cleared', async () => {
  const shop = await app.openShop();
  const info = {
    shop_name: 'Tokoku',
    phone: '0812-345-678',
    description: 'Toko serbaguna',
    address: 'JL. ABC No. 123',
    logo: 'https://cdn.example.com/7/logo/logo-1606963029075.png',
  };
  const { status, body } = await shop.call('PATCH', '/api/open/shop/general', info);
  expect(status).toBe(200);
  const data = { ...info, phone: '62812345678' };
  expect(body).toEqual({
    request_id: expect.any(String),
    response: 'Success',
    message: 'General info successfully updated',
    data,
  });
  const { logo: _logo, ...rest } = info;
  expect((await shop.call('PATCH', '/api/open/shop/general', rest)).body.data).toEqual(data);
  const cleared = await shop.call('PATCH', '/api/open/shop/general', { ...rest, description: '', logo: '' });
  expect(cleared.body.data).toEqual({ ...data, description: '', logo: null });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example.com/x.png',
  'ftp://example.com/x.png',
  'http://',
  'x',
])('the logo %s is no address of a picture', async (logo) => {
  const shop = await app.openShop();
  const info = { shop_name: 'T', phone: '0812345678', description: 'd', address: 'a', logo };
  const { status, body } = await shop.call('PATCH', '/api/open/shop/general', info);
  expect(status).toBe(422);
  expect(Object.keys(body.message)).toEqual(['logo']);
});

test('every missing field is named', async () => {
  const shop = await app.openShop();
  const update = await shop.call('PATCH', '/api/open/shop/update', {});
  expect(update.status).toBe(422);
  expect(Object.keys(update.body.message).toSorted()).toEqual(['name', 'phone', 'shop_name', 'subdomain']);
  const general = await shop.call('PATCH', '/api/open/shop/general', {});
  expect(Object.keys(general.body.message).toSorted()).toEqual(['address', 'phone', 'shop_name']);
});

async function someDistrict(): Promise<{ id: number; name: string; city: string }> {
  const row = await app.services.db
    .selectFrom('districts as d')
    .innerJoin('cities as c', 'c.code', 'd.city_code')
    .select(['d.public_id as id', 'd.name', 'c.name as city'])
    .orderBy('d.code')
    .executeTakeFirstOrThrow();
  return { ...row, id: row.id ?? 0 };
}

async function addUsers(shop_id: number, count: number): Promise<void> {
  if (count === 0) return;
  const now = app.services.clock.now();
  await app.services.db
    .insertInto('users')
    .values(
      Array.from({ length: count }, (_, index) => ({
        shop_id,
        email: `user${count}-${index}-${shop_id}@example.com`,
        full_name: `User ${index}`,
        password_hash: 'x',
        role: 'admin' as const,
        status: 'ACTIVE' as const,
        created_at: now,
        updated_at: now,
      })),
    )
    .execute();
}
