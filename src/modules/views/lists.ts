import type { Permission } from '../../kernel/permissions.ts';

/** The lists that views are of, each with what it takes to read it. */
const LISTS = {
  orders: 'orders.read',
  closed_orders: 'orders.read',
  products: 'catalog.read',
  customers: 'customers.read',
  parcels: 'orders.read',
  returns: 'orders.read',
  payments: 'banks.read',
  mutations: 'banks.read',
  messages: 'messages.read',
  expenses: 'expenses.read',
} as const satisfies Record<string, Permission>;

export type ViewedList = keyof typeof LISTS;

export const VIEWED_LISTS = Object.keys(LISTS) as [ViewedList, ...ViewedList[]];

export function permissionOfList(list: string): Permission {
  return LISTS[list as ViewedList];
}
