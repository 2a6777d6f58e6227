import type { RouteIds } from './world.ts';

/** Operations on customers, and the ids that they take. */
export const CUSTOMER_IDS: Record<string, RouteIds> = {
  listCustomers: { names: { customer_id: 'customer' } },
  updateCustomer: { names: { customer_id: 'customer' }, input: () => ({ name: 'Dicuri' }) },
  updateCustomerCategory: { names: { id: 'customer_category' }, input: () => ({ category_name: 'Dicuri' }) },
  setCustomerAccount: {
    names: { id: 'customer' },
    input: () => ({ active: true, email: 'dicuri@example.com' }),
  },
  changeCustomerActivation: { names: { id: 'customer' }, input: () => ({ status: '4' }) },
  listCustomerOrders: { names: { id: 'customer' } },
};
