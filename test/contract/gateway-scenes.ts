import { setTimeout as sleep } from 'node:timers/promises';
import { XENDIT_TEST_KEY, XENDIT_TEST_TOKEN } from '../integrations/xendit-vendor.ts';
import { buyer } from './checkout-scenes.ts';
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
    await stage.call('saveXenditKey', { xendit_key: XENDIT_TEST_KEY, callback_token: XENDIT_TEST_TOKEN });
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

const SIGNED = { 'x-callback-token': XENDIT_TEST_TOKEN };

/** A buyer pays another amount than was to be paid, through the account of the installation. */
export const gatewayPaymentScenes: ContractScene[] = [
  scene('receivePlatformGatewayCallback', async (stage) => {
    await stage.call('checkOut', buyer(stage, { payment: { method: 'GATEWAY', channel: 'VA_BNI' } }));
    stage.xendit.pay(stage.xendit.charges.at(-1)?.key ?? '', 12_345);
    await stage.call('receivePlatformGatewayCallback', { ...stage.xendit.callbacks.at(-1) }, SIGNED);
  }),
  scene('listGatewayPayments', async (stage) => {
    for (let turn = 0; turn < 100; turn += 1) {
      const { data } = await stage.call('listGatewayPayments');
      if (data.length > 0) return stage.keep('gateway payment', data[0].id);
      await sleep(100);
    }
    throw new Error('the payment of the gateway did not come into the queue');
  }),
  scene('decideGatewayPayment', async (stage) => {
    await stage.call('decideGatewayPayment', { id: stage.id('gateway payment'), action: 'BALANCE' });
  }),
  scene('receiveGatewayCallback', async (stage) => {
    const { data } = await stage.call('saveXenditKey', {
      xendit_key: XENDIT_TEST_KEY,
      callback_token: XENDIT_TEST_TOKEN,
    });
    const connection = data.callback_url.split('/').at(-1);
    await stage.call('receiveGatewayCallback', { connection, external_id: 'ng-tidakada_1' }, SIGNED);
    await stage.call('removeXenditKey');
  }),
];
