import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

const ORDERS = 4;

/** One action on many orders. */
export const bulkScenes: ContractScene[] = [
  scene('previewBulkOrders', async (stage) => {
    const order_ids: number[] = [];
    // Of the supplier: no stock is taken for them.
    const products = [{ id: stage.id('variation.titipan.0'), qty: 1, product_status: 'R' }];
    const payment = { status: 'UNPAID', cost_of_goods_sales: 5_000 };
    for (let n = 1; n <= ORDERS; n += 1) {
      await createOrder(stage, `bulk ${n}`, { products, payment });
      order_ids.push(stage.id(`order.bulk ${n}`));
    }
    await stage.call('previewBulkOrders', { action: 'CANCEL', order_ids });
    await stage.call('previewBulkOrders', {
      action: 'SHIPPING_STATUS',
      status: 'DELIVERED',
      filter: { order_progress_status: 'NO AWB' },
      except_ids: order_ids,
    });
  }),
  scene('startBulkOrders', async (stage) => {
    const order_ids = Array.from({ length: ORDERS }, (_, n) => stage.id(`order.bulk ${n + 1}`));
    const { data } = await stage.call('startBulkOrders', { action: 'CANCEL', order_ids });
    stage.keep('bulk run', data.id);
  }),
  scene('stopBulkRun', async (stage) => {
    await stage.call('stopBulkRun', { id: stage.id('bulk run') });
  }),
  scene('retryBulkRun', async (stage) => {
    await stage.call('retryBulkRun', { id: stage.id('bulk run'), with_stopped: true });
  }),
  scene('getBulkRun', async (stage) => {
    await stage.call('getBulkRun', { id: stage.id('bulk run') });
  }),
  scene('listBulkRunOrders', async (stage) => {
    await stage.call('listBulkRunOrders', { id: stage.id('bulk run') });
  }),
  scene('listBulkRuns', async (stage) => {
    await stage.call('listBulkRuns');
  }),
];
