import { IconHome, IconReceipt, IconTag, type Icon } from '@tabler/icons-react';

/** A room of the dashboard, as menus and the command palette list it. */
export interface Place {
  name: 'home' | 'orders' | 'products';
  to: '/' | '/orders' | '/products';
  icon: Icon;
  /** Second key after `g`. */
  key: string;
  permission: string;
}

export const PLACES: readonly Place[] = [
  { name: 'home', to: '/', icon: IconHome, key: 'h', permission: 'shop.read' },
  { name: 'orders', to: '/orders', icon: IconReceipt, key: 'o', permission: 'orders.read' },
  { name: 'products', to: '/products', icon: IconTag, key: 'p', permission: 'catalog.read' },
];
