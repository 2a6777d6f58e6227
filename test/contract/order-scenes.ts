import { today } from '../stall.ts';
import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene, type ContractStage } from './stage.ts';

/** What orders would cost. */
export const quoteScenes: ContractScene[] = [
  scene('quoteOrder', async (stage) => {
    await stage.call('quoteOrder', {
      customer_sender_id: stage.id('customer.budi'),
      products: [{ id: stage.id('variation.sepatu.0'), qty: 12 }],
      expedition: { id: 1, rate: 18_000 },
    });
  }),
  scene('parseOrderText', async (stage) => {
    await stage.call('parseOrderText', {
      text: 'Nama: Rina\nNo HP: 0812-9000-1234\nAlamat: Jl. Mawar 5, Kec. Tajinan, Kab. Malang 65172\nOrder: sepatu merah 36 2 pcs\nKurir: JNE REG',
    });
  }),
  scene('getWholesalePrice', async (stage) => {
    await stage.call('getWholesalePrice', { variation_id: stage.id('variation.sepatu.0'), qty: 12 });
  }),
  scene('getPriceAccess', async (stage) => {
    await stage.call('getPriceAccess', { customer_category_code: 'Y' });
  }),
];

const editOf = (stage: ContractStage) => ({
  order_id: stage.id('order.edited'),
  customer_sender_id: stage.id('customer.budi'),
  customer_receiver_id: stage.id('customer.budi'),
  supplier_id: stage.id('supplier.own'),
  is_print: true,
  products: [{ id: stage.id('variation.sepatu.0'), qty: 1, product_status: 'S', flag: 'EDIT' }],
  expedition: { id: 1, rate: 25_000, name: 'JNE', auto_pickup: false },
  payment: { status: 'UNPAID' },
  source: 'WEB',
});

/** What becomes of orders after they are made. */
export const closingScenes: ContractScene[] = [
  scene('previewOrderEdit', async (stage) => {
    await createOrder(stage, 'edited', {});
    await stage.call('previewOrderEdit', editOf(stage));
  }),
  scene('updateOrder', async (stage) => {
    const { data } = await stage.call('getOrder', { id: stage.id('order.edited') });
    await stage.call('updateOrder', { ...editOf(stage), version: data.version });
  }),
  scene('splitOrder', async (stage) => {
    const id = stage.id('variation.sepatu.0');
    const warehouse_id = stage.id('warehouse.second');
    await stage.call('updateStock', {
      variation_id: id,
      description: 'Untuk cabang',
      stock: [{ amount: 3, status: 'ADD', warehouse_id }],
    });
    const products = [stage.id('warehouse.main'), warehouse_id];
    await createOrder(stage, 'wide', {
      products: products.map((place) => ({ id, qty: 1, product_status: 'S', warehouse_id: place })),
    });
    await stage.call('splitOrder', { order_id: stage.id('order.wide') });
  }),
  scene('mergeShipments', async (stage) => {
    await stage.call('mergeShipments', { order_id: stage.id('order.wide') });
  }),
  scene('cancelOrder', async (stage) => {
    await createOrder(stage, 'cancelled', { note: 'Batal saja' });
    await stage.call('updatePayment', {
      id: stage.id('order.cancelled'),
      payment: { status: 'INSTALLMENT', amount: 5_000, date: today(), bank_id: stage.id('bank.bca') },
    });
    await stage.call('cancelOrder', { id: stage.id('order.cancelled') });
  }),
  scene('listClosedOrders', async (stage) => {
    await stage.call('listClosedOrders', { type: 'CANCEL' });
  }),
  scene('downloadClosedOrders', async (stage) => {
    await stage.call('downloadClosedOrders', { type: 'CANCEL' });
  }),
  scene('reactivateOrder', async (stage) => {
    await stage.call('reactivateOrder', { id: stage.id('order.cancelled') });
  }),
  scene('deleteInstallment', async (stage) => {
    await stage.call('deleteInstallment', { order_id: stage.id('order.cancelled') });
  }),
  scene('listOrderDetails', async (stage) => {
    await stage.call('listOrderDetails', { per_page: 5 });
  }),
  scene('listRevenue', async (stage) => {
    await stage.call('listRevenue', {});
  }),
  scene('downloadOrders', async (stage) => {
    await stage.call('downloadOrders', { payment_status: 'PAID' });
  }),
  scene('listCustomerOrders', async (stage) => {
    await stage.call('listCustomerOrders', { id: stage.id('customer.budi'), per_page: 2 });
  }),
  scene('getOrderHistory', async (stage) => {
    await stage.call('getOrderHistory', { id: stage.id('order.cancelled') });
  }),
  scene('deleteCanceledOrder', async (stage) => {
    await stage.call('cancelOrder', { id: stage.id('order.cancelled') });
    await stage.call('deleteCanceledOrder', { order_id: stage.id('order.cancelled') });
  }),
];
