import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { findService } from '../../reference/index.ts';
import { chargeRules } from '../index.ts';

const PATH = '/api/open/setting/courier/charge';

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const list = async (of = shop) => expectOk(await of.call('GET', PATH)).body.data as any[];
const chargeOf = async (courier_id: number, of = shop) =>
  (await list(of)).find((charge) => charge.courier_id === courier_id);
const update = (body: object, of = shop) => of.call('PATCH', PATH, body);

test('a new shop is charged as the product starts with, and sees which figures are estimates', async () => {
  expect(await chargeOf(1)).toMatchObject({
    logistic_name: 'JNE',
    cod: true,
    tolerance_grams: 300,
    minimum_kg: 1,
    volumetric_cm3_per_kg: 6_000,
    insurance_bp: 20,
    insurance_fixed_idr: 5_000,
    services: [{ id: 10_001, rate_name: 'JTR', minimum_kg: 10 }],
    own: [],
    as_of: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  const { estimates } = await chargeOf(1);
  expect(estimates).toContain('cod_fee_bp');
  expect(estimates).not.toContain('insurance_bp');
  // Pickup at the shop and manual input charge nothing.
  expect((await list()).map(({ courier_id }) => courier_id)).not.toEqual(expect.arrayContaining([98]));
});

test('a shop sets what a courier charges it, and another shop does not notice', async () => {
  const other = await app.openShop();
  const before = await chargeOf(4);
  const answer = expectOk(
    await update({ courier_id: '4', cod_fee_bp: '250', cod_fee_payer: 'buyer', minimum_kg: 2 }),
  );
  expect(answer.body).toMatchObject({ response: 'Success', data: { courier_id: 4, cod_fee_bp: 250 } });
  expect(await chargeOf(4)).toMatchObject({
    cod_fee_bp: 250,
    cod_fee_payer: 'BUYER',
    minimum_kg: 2,
    insurance_bp: before.insurance_bp,
    own: ['minimum_kg', 'cod_fee_bp', 'cod_fee_payer'],
  });
  expect((await chargeOf(4)).estimates).not.toContain('cod_fee_bp');
  expect(await chargeOf(4, other)).toEqual(before);
});

test("the rules of a service are those of the shop's courier, and the minimum of the service", async () => {
  const owner = await app.openShop();
  expectOk(await update({ courier_id: 4, tolerance_grams: 0, minimum_kg: 3 }, owner));
  const rules = await chargeRules(owner.context());
  const of = (id: number) => rules.ofService(findService(id) ?? { id: 0, courier_id: 0 });
  expect(of(10_008)).toMatchObject({ tolerance_grams: 0, minimum_kg: 3 });
  expect(of(363)).toMatchObject({ tolerance_grams: 0, minimum_kg: 10 });
  expect(of(1)).toMatchObject({ tolerance_grams: 300, minimum_kg: 1 });
  // A custom courier weighs alike, and takes nothing but its fee.
  expect(rules.ofService({ id: 1_000_001, courier_id: 1_000_001 })).toMatchObject({
    tolerance_grams: 300,
    insurance_bp: 0,
    cod_fee_bp: 0,
  });
});

test('null returns a field to its starting value; fields that are not sent stay', async () => {
  const before = await chargeOf(6);
  expectOk(await update({ courier_id: 6, return_fee_bp: 5_000, insurance_bp: 0 }));
  expectOk(await update({ courier_id: 6, return_fee_bp: null }));
  expect(await chargeOf(6)).toMatchObject({
    return_fee_bp: before.return_fee_bp,
    insurance_bp: 0,
    own: ['insurance_bp'],
  });
});

test('a client that sends back what it has read sets nothing', async () => {
  const owner = await app.openShop();
  expectOk(await update({ courier_id: 1, cod_fee_bp: 350 }, owner));
  const read = await chargeOf(1, owner);
  expectOk(await update(read, owner));
  expect(await chargeOf(1, owner)).toEqual(read);
  expect(read.own).toEqual(['cod_fee_bp']);
});

test('what was changed stands in the history of the shop', async () => {
  const owner = await app.openShop();
  expectOk(await update({ courier_id: 1, cod_fee_bp: 350 }, owner));
  const events = await app.database.pool.query(
    `select payload from outbox_events where shop_id = $1 and name = 'courier_charge.updated'`,
    [owner.shop_id],
  );
  expect(events.rows).toEqual([{ payload: { cod_fee_bp: [null, 350] } }]);
});

test('changes at the same time are all kept', async () => {
  const owner = await app.openShop();
  const changes = [{ cod_fee_bp: 1 }, { insurance_bp: 2 }, { return_fee_bp: 3 }, { tolerance_grams: 4 }];
  await Promise.all(changes.map((change) => update({ courier_id: 1, ...change }, owner).then(expectOk)));
  expect(await chargeOf(1, owner)).toMatchObject(Object.assign({}, ...changes));
});

test.each([
  ['courier_id', { courier_id: 12_345 }],
  ['courier_id', { courier_id: 98 }],
  ['courier_id', {}],
  ['cod_fee_bp', { courier_id: 1, cod_fee_bp: 5_001 }],
  ['volumetric_cm3_per_kg', { courier_id: 1, volumetric_cm3_per_kg: 0 }],
  ['insurance_basis', { courier_id: 1, insurance_basis: 'ALL' }],
])('%s is refused by name: %j', async (field, body) => {
  const { status, body: answer } = await update(body);
  expect(status).toBe(422);
  expect(Object.keys(answer.message)).toEqual([field]);
});
