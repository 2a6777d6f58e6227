import { scene, type ContractScene } from './stage.ts';

/** Categories, accounts and lists of customers, order sources and costs. */
export const accountOfCustomerScenes: ContractScene[] = [
  scene('createCustomerCategory', async (stage) => {
    const { data } = await stage.call('createCustomerCategory', {
      category_name: 'Pelanggan Tetap',
      discount_access: true,
      wholesale_access: true,
    });
    stage.keep('customer_category.own', data.id);
  }),
  scene('updateCustomerCategory', async (stage) => {
    const id = stage.id('customer_category.own');
    await stage.call('updateCustomerCategory', { id, code: '1', category_name: 'Teman', status: 'Y' });
  }),
  scene('setCustomerAccount', async (stage) => {
    await stage.call('setCustomerAccount', {
      id: stage.id('customer.budi'),
      active: true,
      email: 'budi@example.com',
    });
  }),
  scene('changeCustomerActivation', async (stage) => {
    await stage.call('changeCustomerActivation', { id: stage.id('customer.budi'), status: '4' });
    await stage.call('changeCustomerActivation', { id: stage.id('customer.budi'), status: '6' });
  }),
  scene('countCustomersByMonth', async (stage) => {
    await stage.call('countCustomersByMonth', {});
  }),
  scene('downloadCustomers', async (stage) => {
    await stage.call('downloadCustomers', {});
  }),
  scene('createOrderSource', async (stage) => {
    const { data } = await stage.call('createOrderSource', { marketplace_id: 3, note: 'Akirabutik' });
    stage.keep('order_source', data.order_source_id);
  }),
  scene('updateOrderSource', async (stage) => {
    await stage.call('updateOrderSource', { order_source_id: stage.id('order_source'), note: 'Akira Butik' });
  }),
  scene('listOrderSources', async (stage) => {
    await stage.call('listOrderSources', { status: 'Y' });
  }),
  scene('createOrderCost', async (stage) => {
    const cost = { category: 'DISCOUNT', name: 'Diskon Ultah', type: 'NOMINAL', nominal: 10_000 };
    for (const name of ['order_cost.one', 'order_cost.two']) {
      const { data } = await stage.call('createOrderCost', cost);
      stage.keep(name, Number(data.order_cost_id));
    }
  }),
  scene('listOrderCosts', async (stage) => {
    await stage.call('listOrderCosts', {});
  }),
  scene('updateOrderCost', async (stage) => {
    const order_cost_id = stage.id('order_cost.one');
    await stage.call('updateOrderCost', { order_cost_id, type: 'PERCENTAGE', percentage: 5 });
  }),
  scene('deleteOrderCost', async (stage) => {
    await stage.call('deleteOrderCost', { order_cost_id: stage.id('order_cost.one') });
  }),
  scene('removeOrderCost', async (stage) => {
    await stage.call('removeOrderCost', { order_cost_id: stage.id('order_cost.two') });
  }),
];
