import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene, type ContractStage } from './stage.ts';

/** The store of the shop that the scenes are of. */
export const STORE = { subdomain: 'tokoku' };

/** What visitors of the store ask. */
export const storeScenes: ContractScene[] = [
  scene('getStore', async (stage) => {
    await stage.call('getStore', STORE);
  }),
  scene('listStoreCategories', async (stage) => {
    await stage.call('listStoreCategories', STORE);
  }),
  scene('listStoreProducts', async (stage) => {
    await stage.call('listStoreProducts', { ...STORE, per_page: 1 });
  }),
  scene('getStoreProduct', async (stage) => {
    const { data } = await stage.call('listStoreProducts', STORE);
    await stage.call('getStoreProduct', { ...STORE, product_id: data[0].id });
  }),
  scene('searchStoreDistricts', async (stage) => {
    await stage.call('searchStoreDistricts', { ...STORE, keyword: 'klojen' });
  }),
  scene('listStoreRates', async (stage) => {
    const { data } = await stage.call('listStoreProducts', STORE);
    const { data: product } = await stage.call('getStoreProduct', { ...STORE, product_id: data[0].id });
    await stage.call('listStoreRates', {
      ...STORE,
      district_id: 357_302,
      products: [{ id: product.variations[0].id, qty: 1 }],
    });
  }),
  scene('requestBuyerCode', async (stage) => {
    const { data } = await stage.call('createCustomer', {
      name: 'Pembeli Tetap',
      phone: '085712345678',
      district_id: 357_302,
      address: 'Jl. Melati 5',
      postal_code: '65111',
      category: 'N',
      is_active: 'Y',
    });
    stage.keep('buyer', data.customer_id);
    await stage.call('setCustomerAccount', { id: data.customer_id, active: true, email: BUYER.account });
    await stage.call('requestBuyerCode', { ...STORE, ...BUYER });
  }),
  scene('issueBuyerCode', async (stage) => {
    await stage.call('issueBuyerCode', { id: stage.id('buyer') });
  }),
  scene('setBuyerPassword', async (stage) => {
    const input = { ...STORE, ...BUYER, code: await codeOf(stage), password: PASSWORD };
    await stage.call('setBuyerPassword', input);
  }),
  scene('signInBuyer', async (stage) => {
    const { data } = await stage.call('signInBuyer', { ...STORE, ...BUYER, password: PASSWORD });
    stage.buyer = data.token;
  }),
  scene('getBuyer', async (stage) => {
    await stage.call('getBuyer', STORE);
  }),
  scene('requestBuyerAccess', async (stage) => {
    const contact = { name: 'Calon', phone: '085700000001', email: 'calon@example.com' };
    await stage.call('requestBuyerAccess', { ...STORE, ...contact });
  }),
  scene('getBuyerOrder', async (stage) => {
    await createOrder(stage, 'own', {
      customer_sender_id: stage.id('buyer'),
      customer_receiver_id: stage.id('buyer'),
    });
    const { data } = await stage.call('listBuyerOrders', STORE);
    await stage.call('getBuyerOrder', { ...STORE, order_id: data[0].order_id });
  }),
  scene('listBuyerOrders', async (stage) => {
    await stage.call('listBuyerOrders', STORE);
  }),
  scene('listBuyerAddresses', async (stage) => {
    await stage.call('listBuyerAddresses', STORE);
  }),
  scene('listBuyerSessions', async (stage) => {
    await stage.call('listBuyerSessions', STORE);
  }),
  scene('endBuyerSession', async (stage) => {
    const { data } = await stage.call('listBuyerSessions', STORE);
    const other = data.find(({ is_current }: { is_current: boolean }) => !is_current);
    await stage.call('endBuyerSession', { ...STORE, session_id: other.id });
  }),
  scene('signOutBuyer', async (stage) => {
    await stage.call('signOutBuyer', STORE);
    stage.buyer = undefined;
  }),
];

const BUYER = { account: 'pembeli@example.com' };
const PASSWORD = 'belanja-di-tokoku-saja';

/** The code in the mail, which leaves after the answer. */
async function codeOf(stage: ContractStage): Promise<string> {
  for (let turn = 0; turn < 50; turn += 1) {
    const { data } = await stage.call('listOutbox');
    const found = /: (\d{6})\n/.exec(JSON.stringify(data).replaceAll('\\n', '\n'))?.[1];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no code was sent');
}
