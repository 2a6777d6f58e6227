import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

/** Parcels that come back. */
export const returnScenes: ContractScene[] = [
  scene('announceReturn', async (stage) => {
    for (const name of ['refused', 'kept']) {
      await createOrder(stage, name, {});
      const id = stage.id(`order.${name}`);
      await stage.call('setShippingStatus', { id, status: 'ON PROCESS' });
      const { data } = await stage.call('announceReturn', { order_id: id, reason: 'Ditolak penerima' });
      stage.keep(`return.${name}`, data.id);
    }
  }),
  scene('updateReturn', async (stage) => {
    await stage.call('updateReturn', { id: stage.id('return.refused'), state: 'ON_THE_WAY' });
    await stage.call('updateReturn', { id: stage.id('return.kept'), state: 'CANCELED' });
  }),
  scene('scanReturn', async (stage) => {
    await stage.call('scanReturn', { code: 'PO#1' });
  }),
  scene('receiveReturn', async (stage) => {
    await stage.call('receiveReturn', { id: stage.id('return.refused'), note: 'Dus penyok' });
  }),
  scene('settleReturn', async (stage) => {
    await stage.call('settleReturn', { id: stage.id('return.refused'), return_fee: 3000 });
  }),
  scene('getReturn', async (stage) => {
    await stage.call('getReturn', { id: stage.id('return.refused') });
  }),
  scene('getShippingPerformance', async (stage) => {
    for (const group_by of ['courier', 'province', 'product', 'customer', 'user'])
      await stage.call('getShippingPerformance', { group_by });
  }),
  scene('listPerformanceParcels', async (stage) => {
    await stage.call('listPerformanceParcels', { group_by: 'courier', figure: 'RETURNED', id: 1 });
  }),
  scene('listReturns', async (stage) => {
    await stage.call('listReturns', {});
    await stage.call('listReturns', { state: 'SETTLED', courier: 'jne', keyword: 'budi', per_page: 1 });
  }),
];
