import { scene, type ContractScene } from './stage.ts';

/** `xendit_bank_id` of BCA. */
const BCA = 19;

/** The OrderPay balance, what comes in and goes out, and withdrawals. */
export const orderpayScenes: ContractScene[] = [
  scene('getOrderPayBalance', async (stage) => {
    await stage.fund(stage.id('shop'), 1_000_000);
    await stage.call('getOrderPayBalance');
  }),
  scene('withdraw', async (stage) => {
    await stage.call('withdraw', {
      xendit_bank_id: BCA,
      nominal: 100_000,
      holder_name: 'Budi Santoso',
      account_number: 1234567890,
    });
  }),
  scene('listWithdrawals', async (stage) => {
    await stage.call('listWithdrawals', { state: 'REQUESTED' });
  }),
  scene('listRefunds', async (stage) => {
    await stage.fund(stage.id('shop'), 25_000, stage.id('customer.budi'));
    await stage.call('listRefunds');
  }),
  scene('settleRefund', async (stage) => {
    const customer_id = stage.id('customer.budi');
    await stage.call('settleRefund', { customer_id, method: 'TRANSFERRED', note: 'BCA 0012' });
  }),
  scene('listShopPayments', async (stage) => {
    await stage.call('listShopPayments', { per_page: 1 });
    await stage.call('listShopPayments', { payment_type: 'PAYMENT_GATEWAY', funds: 'INCOMING' });
  }),
];
