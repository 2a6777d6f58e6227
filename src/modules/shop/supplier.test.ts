import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';

let app: TestApp;
let district: { id: number; code: number; name: string; city_id: number; city: string };

beforeAll(async () => {
  app = await startTestApp();
  const row = await app.services.db
    .selectFrom('districts as d')
    .innerJoin('cities as c', 'c.code', 'd.city_code')
    .select([
      'd.public_id',
      'd.code',
      'd.name',
      'c.code as city_code',
      'c.legacy_id as city_legacy_id',
      'c.name as city',
    ])
    .orderBy('d.code', 'desc')
    .executeTakeFirstOrThrow();
  district = {
    id: row.public_id ?? 0,
    code: row.code,
    name: row.name,
    city_id: row.city_legacy_id ?? row.city_code,
    city: row.city,
  };
});

afterAll(() => app.close());

const supplier = (more: object = {}) => ({
  name: 'Sejahtera Makmur',
  district_id: String(district.id),
  addess: 'JL. ABC',
  phone: 8123456789,
  description: '',
  ...more,
});

async function create(shop: TestShop, more: object = {}): Promise<number> {
  const { status, body, text } = await shop.call('POST', '/api/open/supplier/create', supplier(more));
  expect({ status, text }).toMatchObject({ status: 200 });
  return body.data.supplier_id;
}

test('a supplier is made and listed as the reference shows it', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('POST', '/api/open/supplier/create', supplier());
  expect(status).toBe(200);
  expect(body).toEqual({
    request_id: expect.any(String),
    response: 'Success',
    data: { supplier_id: expect.any(Number), name: 'Sejahtera Makmur' },
  });
  const list = await shop.call('GET', '/api/open/supplier');
  expect(list.body.data).toHaveLength(2);
  expect(list.body.data[1]).toEqual({
    id: body.data.supplier_id,
    name: 'Sejahtera Makmur',
    district_id: district.id,
    shipper_id: district.code,
    district: district.name,
    city_id: district.city_id,
    city: district.city,
    location: `${district.name}, ${district.city}`,
    phone: '628123456789',
    address: 'JL. ABC',
    description: '',
    shipper_status: 'ACTIVE',
  });
});

test('the supplier of a new shop has no district yet', async () => {
  const shop = await app.openShop();
  const { body } = await shop.call('GET', '/api/open/supplier');
  expect(body.data).toEqual([
    {
      id: expect.any(Number),
      name: expect.any(String),
      district_id: null,
      shipper_id: null,
      district: null,
      city_id: null,
      city: null,
      location: '',
      phone: '6281234567890',
      address: '',
      description: '',
      shipper_status: 'NON ACTIVE',
    },
  ]);
});

test('the address is read under its right name too, and a legacy or official district id alike', async () => {
  const shop = await app.openShop();
  await app.services.db
    .updateTable('districts')
    .set({ legacy_id: 4321 })
    .where('code', '=', district.code)
    .execute();
  try {
    for (const district_id of [4321, district.code]) {
      const id = await create(shop, { district_id, addess: undefined, address: 'Jl. Benar' });
      const { body } = await shop.call('GET', '/api/open/supplier');
      expect(body.data.find((item: { id: number }) => item.id === id)).toMatchObject({
        district_id: 4321,
        shipper_id: district.code,
        address: 'Jl. Benar',
      });
    }
  } finally {
    await app.services.db
      .updateTable('districts')
      .set({ legacy_id: null })
      .where('code', '=', district.code)
      .execute();
  }
});

test('an update changes what is given and leaves the rest', async () => {
  const shop = await app.openShop();
  const id = await create(shop, { description: 'Gudang depan' });
  const { status, body } = await shop.call('PATCH', '/api/open/supplier/update', {
    supplier_id: String(id),
    addess: 'Jl. Baru 2',
    phone: '+62 811 1111 11',
  });
  expect(status).toBe(200);
  expect(body.data).toEqual({ supplier_id: id, name: 'Sejahtera Makmur' });
  const list = await shop.call('GET', '/api/open/supplier');
  expect(list.body.data[1]).toMatchObject({
    name: 'Sejahtera Makmur',
    district_id: district.id,
    address: 'Jl. Baru 2',
    phone: '62811111111',
    description: 'Gudang depan',
  });
});

test('a district that does not exist is refused on district_id, in both languages, and nothing is made', async () => {
  const shop = await app.openShop();
  const path = '/api/open/supplier/create';
  const english = await shop.call('POST', path, supplier({ district_id: 99_999_999_999 }));
  expect(english.status).toBe(422);
  expect(english.body).toMatchObject({
    code: 'field_not_found',
    message: { district_id: ['The selected district_id does not exist.'] },
  });
  const indonesian = await shop.call('POST', path, supplier({ district_id: 999_999_999 }), {
    'accept-language': 'id',
  });
  expect(indonesian.body.message).toEqual({ district_id: ['district_id yang dipilih tidak ditemukan.'] });
  expect((await shop.call('GET', '/api/open/supplier')).body.data).toHaveLength(1);
  const id = await create(shop);
  const update = await shop.call('PATCH', '/api/open/supplier/update', {
    supplier_id: id,
    district_id: 999_999_999,
  });
  expect(update.status).toBe(422);
  expect(Object.keys(update.body.message)).toEqual(['district_id']);
});

test('every missing field is named', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('POST', '/api/open/supplier/create', {});
  expect(status).toBe(422);
  expect(Object.keys(body.message).toSorted()).toEqual(['address', 'district_id', 'name', 'phone']);
});

test("another shop's supplier does not exist", async () => {
  const [shop, other] = [await app.openShop(), await app.openShop()];
  const theirs = await create(other);
  const [foreign, missing] = await Promise.all(
    [theirs, 999_999_999].map((supplier_id) =>
      shop.call('PATCH', '/api/open/supplier/update', { supplier_id, name: 'Curian' }),
    ),
  );
  expect(foreign?.status).toBe(404);
  expect({ ...foreign?.body, request_id: '' }).toEqual({ ...missing?.body, request_id: '' });
  const { body } = await other.call('GET', '/api/open/supplier');
  expect(body.data.map((item: { name: string }) => item.name)).not.toContain('Curian');
  const own = await shop.call('GET', '/api/open/supplier');
  expect(own.body.data.map((item: { id: number }) => item.id)).not.toContain(theirs);
});

test('the list is one statement for 1, 10 and 100 suppliers', async () => {
  const shop = await app.openShop();
  const sent: number[] = [];
  for (const more of [0, 9, 90]) {
    if (more > 0)
      await app.services.db
        .insertInto('suppliers')
        .values(
          Array.from({ length: more }, (_, index) => ({
            shop_id: shop.shop_id,
            name: `Supplier ${index}`,
            district_code: district.code,
            address: 'Jl. A',
            phone: '628123',
            created_at: app.services.clock.now(),
          })),
        )
        .execute();
    await shop.call('GET', '/api/open/supplier');
    sent.push(
      await countStatements(app, async () => {
        await shop.call('GET', '/api/open/supplier');
      }),
    );
  }
  expect(sent).toEqual([1, 1, 1]);
});
