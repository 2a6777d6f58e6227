import { expect, test } from 'vitest';
import { orderScene } from '../../../test/order-scene.ts';
import {
  addPromo,
  createPromo,
  expeditionInput,
  off,
  promoDetail,
  promoList,
  running,
} from '../../../test/promo-input.ts';
import { expectOk } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();
const CUSTOM = '/api/open/setting/courier/custom';

const addCourier = async (shop = scene.shop): Promise<number> =>
  expectOk(await shop.call('POST', CUSTOM, { name: 'Kurir Toko', fee: 12_000 })).body.data.id;
const promoOf = (...couriers: number[]) =>
  expeditionInput({
    all_products: false,
    selected_items: { platforms: ['ORDER_APP'], couriers },
    ...running(),
    ...off(5_000),
  });

test('a shipping promo is for custom couriers too, which it names until they are deleted', async () => {
  const courier = await addCourier();
  const promo_id = await addPromo(scene.shop, promoOf(1, courier));
  const shown = async () => (await promoDetail(scene.shop, promo_id)).selected_items.couriers;
  expect(await shown()).toMatchObject([
    { id: 1, logistic_name: 'JNE', rate_name: 'REG' },
    {
      id: courier,
      logistic_name: 'Kurir Toko',
      rate_name: '',
      logo_url: expect.stringContaining('/manual.svg'),
    },
  ]);
  const order = (expedition: object) => scene.send(scene.order({ expedition }));
  const { order_id } = expectOk(await order({ id: courier, promo: { id: promo_id } })).body.data;
  expect(await scene.detail(order_id)).toMatchObject({ shipping_cost: 12_000, shipping_discount: 5_000 });
  const other = await addCourier(await scene.app.openShop());
  const refused = await createPromo(scene.shop, promoOf(courier, other));
  expect([refused.status, Object.keys(refused.body.message)]).toEqual([422, ['selected_items.couriers.1']]);
  expectOk(await scene.shop.call('DELETE', `${CUSTOM}/${courier}`));
  expect((await shown()).map(({ id }: any) => id)).toEqual([1]);
  expect((await promoList(scene.shop)).data[0].total_selected_items).toBe('1');
  expect((await createPromo(scene.shop, promoOf(courier))).status).toBe(422);
});
