import { today } from '../stall.ts';
import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

const PACKED_AWB = 'JP8507700042';

/** What is printed of parcels, and how they are packed. */
export const paperScenes: ContractScene[] = [
  scene('printLabels', async (stage) => {
    await createOrder(stage, 'shipped', {});
    const order_ids = [stage.id('order.shipped'), stage.id('order.unpaid')];
    for (const format of ['100x150', 'A6', 'A4']) await stage.call('printLabels', { order_ids, format });
  }),
  scene('getPickList', async (stage) => {
    await stage.call('getPickList', { order_ids: [stage.id('order.shipped')] });
  }),
  scene('makePickList', async (stage) => {
    for (const format of ['JSON', 'PDF'])
      await stage.call('makePickList', { order_ids: [stage.id('order.shipped')], format });
  }),
  ...['printPackingSlips', 'printManifest'].map((operation) =>
    scene(operation, async (stage) => {
      await stage.call(operation, { order_ids: [stage.id('order.shipped'), stage.id('order.dropship')] });
    }),
  ),
  scene('setShelves', async (stage) => {
    const shelves = [{ variation_id: stage.id('variation.sepatu.0'), shelf: 'A-01' }];
    await stage.call('setShelves', { shelves });
  }),
  scene('scanParcel', async (stage) => {
    const payment = { status: 'PAID', date: today(), bank_id: stage.id('bank.bca') };
    await createOrder(stage, 'packed', { payment, awb_number: PACKED_AWB });
    await stage.call('scanParcel', { code: PACKED_AWB });
    const { data } = await stage.call('scanParcel', { code: PACKED_AWB });
    await stage.call('scanParcel', { code: PACKED_AWB, sku: data.lines[0].sku });
  }),
  scene('resetPacking', async (stage) => {
    await stage.call('resetPacking', { code: PACKED_AWB });
  }),
];
