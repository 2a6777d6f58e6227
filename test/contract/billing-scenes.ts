import { scene, type ContractScene } from './stage.ts';

/** Packages of the shop, and what it pays for them. */
export const billingScenes: ContractScene[] = [
  scene('listAddons', async (stage) => {
    await stage.call('listAddons');
  }),
  scene('listPackages', async (stage) => {
    await stage.call('listPackages');
  }),
  scene('orderPackages', async (stage) => {
    const { data } = await stage.call('orderPackages', { packages: ['premium-12', 'sms-1000'] });
    stage.keep('billing', data.id);
  }),
  scene('listBilling', async (stage) => {
    await stage.call('listBilling', { per_page: 5 });
  }),
  scene('downloadBilling', async (stage) => {
    await stage.call('downloadBilling', { id: stage.id('billing') });
  }),
];
