import sharp from 'sharp';
import { scene, type ContractScene, type ContractStage } from './stage.ts';

const SUBDOMAIN = 'tokoku';

export const buyer = (stage: ContractStage, change: object = {}) => ({
  subdomain: SUBDOMAIN,
  name: 'Rahmat Rdn',
  phone: '0822-4421-3171',
  address: 'Jl. Kenanga 7',
  district_id: stage.id('district.srono'),
  products: [{ id: stage.id('variation.sepatu.1'), qty: 1 }],
  expedition: { id: 1 },
  ...change,
});

/** The token of the checkout that later scenes look at. */
let token = '';

const checkOut = async (stage: ContractStage, change: object = {}) => {
  const answer = await stage.call('checkOut', buyer(stage, { payment: { method: 'TRANSFER' }, ...change }));
  return answer.data as { payment_id: number; token: string; orders: { order_id: number }[] };
};

/** A buyer orders in the store and pays; the seller confirms. */
export const checkoutScenes: ContractScene[] = [
  scene('quoteCheckout', async (stage) => {
    await stage.call('quoteCheckout', buyer(stage));
  }),
  scene('checkOut', async (stage) => {
    ({ token } = await checkOut(stage));
    const cod = await checkOut(stage, {
      payment: { method: 'COD' },
      dropship: { name: 'Ani', phone: '0811222333' },
    });
    stage.keep('buyer payment', cod.payment_id);
    stage.keep('buyer order', cod.orders[0]?.order_id);
  }),
  scene('getBuyerPayment', async (stage) => {
    await stage.call('getBuyerPayment', { subdomain: SUBDOMAIN, token });
  }),
  scene('printOwnInvoice', async (stage) => {
    await stage.call('printOwnInvoice', { subdomain: SUBDOMAIN, token });
  }),
  scene('changePaymentMethod', async (stage) => {
    await stage.call('changePaymentMethod', {
      subdomain: SUBDOMAIN,
      token,
      payment: { method: 'TRANSFER' },
    });
  }),
  scene('listUnconfirmedPayments', async (stage) => {
    await stage.call('listUnconfirmedPayments', { payment_status: 'ALL', per_page: 1, pagination_offset: 1 });
    await stage.call('listUnconfirmedPayments', { keyword: 'Rahmat', customer_category: 'GUEST' });
  }),
  scene('getUnconfirmedPayment', async (stage) => {
    await stage.call('getUnconfirmedPayment', { payment_id: stage.id('buyer payment') });
  }),
  scene('confirmOrders', async (stage) => {
    const orders = [{ id: stage.id('buyer order'), action: 'ACCEPT' }];
    await stage.call('confirmOrders', { id: stage.id('buyer payment'), orders });
  }),
  scene('uploadProof', async (stage) => {
    const picture = { width: 400, height: 600, channels: 3 as const, background: '#ffffff' };
    const png = await sharp({ create: picture }).png().toBuffer();
    const proof = new Blob([new Uint8Array(png)], { type: 'image/png' });
    await stage.call('uploadProof', { subdomain: SUBDOMAIN, token, proof, holder_name: 'Rahmat' });
  }),
  scene('cancelCheckout', async (stage) => {
    const unwanted = await checkOut(stage, { phone: '0822-4421-3172' });
    await stage.call('cancelCheckout', { subdomain: SUBDOMAIN, token: unwanted.token });
  }),
  scene('confirmReceived', async (stage) => {
    const { token: own, payment_id, orders } = await checkOut(stage, { phone: '0822-4421-3173' });
    const [{ order_id }] = orders as [{ order_id: number }];
    await stage.call('confirmOrders', { id: payment_id, orders: [{ id: order_id, action: 'ACCEPT' }] });
    await stage.call('setShippingStatus', { id: order_id, status: 'ON PROCESS' });
    await stage.call('confirmReceived', { subdomain: SUBDOMAIN, token: own, order_id });
  }),
];
