import {
  IconHome,
  IconReceipt,
  IconPackages,
  IconTag,
  IconTruckDelivery,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

/** A room of the dashboard, as menus and the command palette list it. */
export interface Place {
  name: 'home' | 'orders' | 'shipping' | 'products' | 'stock' | 'customers';
  to: '/' | '/orders' | '/shipping' | '/products' | '/stock' | '/customers';
  icon: Icon;
  /** Second key after `g`. */
  key: string;
  permission: string;
}

export const PLACES: readonly Place[] = [
  { name: 'home', to: '/', icon: IconHome, key: 'h', permission: 'shop.read' },
  { name: 'orders', to: '/orders', icon: IconReceipt, key: 'o', permission: 'orders.read' },
  { name: 'shipping', to: '/shipping', icon: IconTruckDelivery, key: 'k', permission: 'orders.ship' },
  { name: 'products', to: '/products', icon: IconTag, key: 'p', permission: 'catalog.read' },
  { name: 'stock', to: '/stock', icon: IconPackages, key: 's', permission: 'stock.read' },
  { name: 'customers', to: '/customers', icon: IconUsers, key: 'c', permission: 'customers.read' },
];
