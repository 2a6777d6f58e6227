import { XENDIT_TEST_KEY } from '../integrations/xendit-vendor.ts';
import { scene, type ContractScene } from './stage.ts';

/** Fees of payments through the gateway, and the shop's own account at it, which a vendor on this machine has. */
export const gatewayScenes: ContractScene[] = [
  scene('createAdminFee', async (stage) => {
    const { data } = await stage.call('createAdminFee', { nominal: '1500', catgory_code: 'Y' });
    stage.keep('admin_fee.reseller', data.id);
    await stage.call('createAdminFee', { nominal: 4_500, category_code: 'N' });
  }),
  scene('listAdminFees', async (stage) => {
    await stage.call('listAdminFees');
  }),
  scene('updateAdminFee', async (stage) => {
    await stage.call('updateAdminFee', {
      id: stage.id('admin_fee.reseller'),
      nominal: 1_200,
      catgory_code: 'Y',
    });
  }),
  scene('saveXenditKey', async (stage) => {
    await stage.call('saveXenditKey', {
      xendit_key: XENDIT_TEST_KEY,
    });
  }),
  scene('getXenditSettings', async (stage) => {
    await stage.call('getXenditSettings');
  }),
  scene('getXenditBalance', async (stage) => {
    await stage.call('getXenditBalance');
  }),
  scene('removeXenditKey', async (stage) => {
    await stage.call('removeXenditKey');
  }),
];
