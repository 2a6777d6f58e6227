import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

/** Invoices of orders, and what customers owe. */
export const invoiceScenes: ContractScene[] = [
  scene('printInvoice', async (stage) => {
    await createOrder(stage, 'invoiced', {});
    for (const format of ['A4', 'RECEIPT'])
      await stage.call('printInvoice', { id: stage.id('order.invoiced'), format });
  }),
  scene('listReceivables', async (stage) => {
    for (const order_by of ['AMOUNT', 'AGE']) {
      const { data } = await stage.call('listReceivables', { order_by });
      stage.keep('debtor', data[0].customer_id);
    }
  }),
  scene('listCustomerReceivables', async (stage) => {
    await stage.call('listCustomerReceivables', { customer_id: stage.id('debtor') });
  }),
  scene('printStatement', async (stage) => {
    await stage.call('printStatement', { customer_id: stage.id('debtor') });
  }),
];
