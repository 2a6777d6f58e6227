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
    const { data } = await stage.call('listShippingWork', { order_id: stage.id('order.booked') });
    stage.keep('work.booked', data[0].id);
  }),
  scene('retryShippingWork', async (stage) => {
    await stage.call('retryShippingWork', { id: stage.id('work.booked') });
  }),
  scene('refreshTracking', async (stage) => {
    const payment = { status: 'PAID', date: today(), bank_id: stage.id('bank.bca') };
    await createOrder(stage, 'tracked', { payment, awb_number: 'JP0000000077' });
    await stage.call('refreshTracking', { order_id: stage.id('order.tracked') });
  }),
  scene('listTracking', async (stage) => {
    await stage.call('listTracking');
  }),
  scene('receiveCourierCallback', async (stage) => {
    const { data } = await stage.call('saveCourierConnection', {
      vendor: 'biteship',
      api_key: 'biteship_test.baru',
    });
    await stage.call('receiveCourierCallback', {
      connection: data.callback_url.split('/').at(-1),
      event: 'order.status',
      order_id: '5dd599ebdefcd4158eb8470b',
      courier_waybill_id: 'JP0000000077',
      status: 'picked',
    });
  }),
  scene('removeCourierConnection', async (stage) => {
    for (const vendor of ['biteship', 'rajaongkir']) await stage.call('removeCourierConnection', { vendor });
  }),
];
