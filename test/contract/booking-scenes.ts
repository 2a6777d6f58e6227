import { today } from '../stall.ts';
import { createOrder } from './selling-scenes.ts';
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
    const payment = { status: 'PAID', date: today(), bank_id: stage.id('bank.bca') };
    await createOrder(stage, 'booked', { payment });
    await stage.call('requestPickup', { pickup_request: [{ id: stage.id('order.booked') }] });
    await stage.call('listShippingWork');
  }),
  scene('retryShippingWork', async (stage) => {
    const { data } = await stage.call('listShippingWork');
    await stage.call('retryShippingWork', { id: data[0].id });
  }),
  scene('refreshTracking', async (stage) => {
    await stage.call('refreshTracking', { order_id: stage.id('order.sent') });
  }),
  scene('listTracking', async (stage) => {
    await stage.call('listTracking', { is_failed: true });
  }),
  scene('removeCourierConnection', async (stage) => {
    for (const vendor of ['biteship', 'rajaongkir']) await stage.call('removeCourierConnection', { vendor });
  }),
];
