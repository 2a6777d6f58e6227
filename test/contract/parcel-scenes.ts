import { today } from '../stall.ts';
import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

/** Parcels on their way to the courier and back. */
export const parcelScenes: ContractScene[] = [
  scene('requestPickup', async (stage) => {
    const payment = { status: 'PAID', date: today(), bank_id: stage.id('bank.bca') };
    await createOrder(stage, 'sent', { payment });
    await createOrder(stage, 'dropped', { payment });
    await createOrder(stage, 'owed', {});
    await stage.call('requestPickup', {
      pickup_request: [
        { id: stage.id('order.sent') },
        { id: stage.id('order.dropped'), service: 'DROP_OFF' },
        { id: stage.id('order.owed') },
      ],
    });
    await stage.call('requestPickup', { pickup_request: [{ id: stage.id('order.preorder') }] });
  }),
  scene('listParcels', async (stage) => {
    await stage.call('listParcels', { status: 'DROPOFF' });
    await stage.call('listParcels', { status: 'PICKUP_REQUEST', courier: 'jne', per_page: 1 });
    await stage.call('listParcels', { keyword: 'budi', type: 'CUSTOMER_NAME', cod_status: 'NON_COD' });
  }),
  scene('listParcelsOfOrder', async (stage) => {
    await stage.call('listParcelsOfOrder', { order_id: stage.id('order.sent') });
  }),
  scene('downloadParcels', async (stage) => {
    await stage.call('downloadParcels', { status: 'DROPOFF' });
  }),
  scene('cancelPickup', async (stage) => {
    await stage.call('cancelPickup', { id: stage.id('order.sent'), reason: 'Stok rusak' });
  }),
  scene('resendParcel', async (stage) => {
    await stage.call('resendParcel', { order_id: stage.id('order.dropped') });
    await stage.call('listParcels', {});
  }),
  scene('removeParcel', async (stage) => {
    await stage.call('removeParcel', { order_id: stage.id('order.dropped') });
  }),
  scene('addTrackingEvent', async (stage) => {
    const order_id = stage.id('order.sent');
    await stage.call('addAwbNumber', { id: order_id, awb_number: '00046512912799' });
    for (const status of ['ON_PROCESS', 'DELIVERED', 'PICKUP_REQUEST'])
      await stage.call('addTrackingEvent', {
        order_id,
        status,
        description: 'Di gudang',
        location: 'Malang',
      });
  }),
  scene('trackParcel', async (stage) => {
    const parcel = { awb_number: '00046512912799', expedition_id: 1 };
    await stage.call('trackParcel', { ...parcel, order_id: stage.id('order.sent') });
  }),
];
