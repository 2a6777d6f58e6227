import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

/** What is printed of parcels. */
export const paperScenes: ContractScene[] = [
  scene('printLabels', async (stage) => {
    await createOrder(stage, 'shipped', {});
    const order_ids = [stage.id('order.shipped'), stage.id('order.unpaid')];
    for (const format of ['100x150', 'A6', 'A4']) await stage.call('printLabels', { order_ids, format });
  }),
];
