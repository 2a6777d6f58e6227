import { scene, type ContractScene } from './stage.ts';

/** What a user saves of lists and screens. */
export const viewScenes: ContractScene[] = [
  scene('createView', async (stage) => {
    const { data } = await stage.call('createView', {
      list: 'orders',
      title: 'Belum bayar',
      query: 'order_progress_status=UNPAID',
      is_shared: true,
    });
    stage.keep('view', data.id);
  }),
  scene('updateView', async (stage) => {
    await stage.call('updateView', { id: stage.id('view'), title: 'Menunggu pembayaran' });
  }),
  scene('listViews', async (stage) => {
    await stage.call('listViews', { list: 'orders' });
  }),
  scene('deleteView', async (stage) => {
    await stage.call('deleteView', { id: stage.id('view') });
  }),
  scene('setPreference', async (stage) => {
    await stage.call('setPreference', { name: 'orders.columns', value: ['po_number', 'total_amount'] });
  }),
  scene('listPreferences', async (stage) => {
    await stage.call('listPreferences');
  }),
  scene('deletePreference', async (stage) => {
    await stage.call('deletePreference', { name: 'orders.columns' });
  }),
];
