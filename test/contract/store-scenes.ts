import { scene, type ContractScene } from './stage.ts';

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
];
