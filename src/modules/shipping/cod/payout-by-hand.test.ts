import { expect, test } from 'vitest';
import { codOrder, report } from '../../../../test/cod-scene.ts';
import { NET, PAYOUT, payoutScene } from '../../../../test/payout-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = payoutScene();
const { delivered, queue, parcels } = scene;

const record = (input: object, headers = {}) => scene.shop.call('POST', PAYOUT, input, headers);
const get = async (path: string) => expectOk(await scene.shop.call('GET', `/api/open/${path}`)).body.data;

test('names what it is of, and says so in the language of who asks', async () => {
  const message = async (language: string) =>
    (await record({}, { 'accept-language': language })).body.message.parcels;
  expect(await message('id')).toEqual(['parcels wajib diisi jika invoice_id tidak diisi.']);
  expect(await message('en')).toEqual(['The parcels field is required when there is no invoice_id.']);
});

test('is below 0 only of a parcel of which the courier owes nothing; 0 is what it never pays, written off where it is accepted', async () => {
  const [order_id = 0] = await delivered('JP1');
  const refused = await record({ parcels: [{ order_id, amount: -5 }] });
  expect(refused).toMatchObject({ status: 422, body: { code: 'payout_amount_negative' } });
  expect(Object.keys(refused.body.message)).toEqual(['parcels.0.amount']);
  expect(await parcels()).toMatchObject([{ amount: NET }]);
  expect(await queue()).toEqual([]);
  expectOk(await record({ parcels: [{ order_id, amount: 0 }] }));
  const [line] = await queue();
  expect(line).toMatchObject({ fault: 'SHORT', net: 0, expected: NET });
  expectOk(
    await scene.shop.call('POST', `${PAYOUT}/queue/${line.id}`, { action: 'ACCEPT', reason: 'Kurir pailit' }),
  );
  expect(await parcels()).toEqual([]);
  const nothing = await record({ parcels: [{ order_id, amount: 0 }] });
  expect(nothing).toMatchObject({ status: 422, body: { code: 'cod_nothing_open' } });
});

test('a custom courier is called everywhere as the shop has written it, and found in any letter case', async () => {
  const custom = { name: 'Kurir COD Desa', fee: 8_000, is_cod: true };
  const { id } = await expectOk(await scene.shop.call('POST', '/api/open/setting/courier/custom', custom))
    .body.data;
  const order_id = await codOrder(scene.shop, scene.stall, { expedition: { id, rate: 8_000 } });
  await report(scene.shop, order_id, 'DELIVERED');
  await scene.app.readEvents();
  const name = custom.name;
  expect((await get('shipping/cod-active')).at(-1)).toMatchObject({ expedition_name: name });
  expect(await get('shipping/cod')).toMatchObject([{ courier: name }]);
  expect(await get('shipping/cod/parcels?courier=KURIR%20cod%20desa')).toMatchObject([{ courier: name }]);
  expect((await get('shipping/report')).by_courier).toMatchObject([{ courier: name }]);
  expectOk(await scene.shop.call('POST', '/api/open/shipping/invoice'));
  const [invoice] = await get('shipping/invoice?courier=Kurir%20COD%20Desa');
  expect(invoice).toMatchObject({ vendor: name });
  expect(await get(`shipping/invoice/${invoice.id}`)).toMatchObject({ vendor: name });
  const { data } = expectOk(await record({ invoice_id: invoice.id, bank_id: scene.stall.bank_id })).body;
  expect(data).toMatchObject({ vendor: name });
  expect(await get('shipping/payout')).toMatchObject([{ vendor: name }]);
  expect(await get('shipping/payment')).toMatchObject([{ vendor: name }]);
});
