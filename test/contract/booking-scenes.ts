import { scene, type ContractScene } from './stage.ts';

/** What is done with vendors. Nobody answers at their addresses here: bookings wait. */
export const bookingScenes: ContractScene[] = [
  scene('saveCourierConnection', async (stage) => {
    await stage.call('saveCourierConnection', { vendor: 'biteship', api_key: 'biteship_test.contoh' });
    await stage.call('saveCourierConnection', { vendor: 'rajaongkir', api_key: 'kunci-contoh' });
  }),
  scene('testCourierConnection', async (stage) => {
    await stage.call('testCourierConnection', { vendor: 'biteship' });
  }),
  scene('listCourierConnections', async (stage) => {
    await stage.call('listCourierConnections');
  }),
  scene('listShippingWork', async (stage) => {
    await stage.call('listShippingWork');
  }),
  scene('retryShippingWork', async (stage) => {
    const { data } = await stage.call('listShippingWork');
    if (data.length > 0) await stage.call('retryShippingWork', { id: data[0].id });
  }),
  scene('removeCourierConnection', async (stage) => {
    for (const vendor of ['biteship', 'rajaongkir']) await stage.call('removeCourierConnection', { vendor });
  }),
];
