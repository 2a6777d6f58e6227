export type Role = 'owner' | 'admin' | 'warehouse';

/**
 * Who may do what. Owner: everything. Admin: all but billing, keys, withdrawals, users, purchase prices
 * and profit. Warehouse: stock and shipments of its warehouses.
 */
const ROLES = {
  'shop.read': ['owner', 'admin', 'warehouse'],
  'shop.write': ['owner', 'admin'],
  'profile.write': ['owner', 'admin', 'warehouse'],
  'users.manage': ['owner'],
  'keys.manage': ['owner'],
  // Who changed what.
  'audit.read': ['owner'],
  // What others asked for, and mail to customers; of their own everybody sees all.
  'work.read': ['owner', 'admin'],
  'reference.read': ['owner', 'admin', 'warehouse'],
  'catalog.read': ['owner', 'admin', 'warehouse'],
  'catalog.write': ['owner', 'admin'],
  'stock.read': ['owner', 'admin', 'warehouse'],
  'stock.write': ['owner', 'admin', 'warehouse'],
  'cost.read': ['owner'],
  'customers.read': ['owner', 'admin'],
  'customers.write': ['owner', 'admin'],
  'banks.read': ['owner', 'admin'],
  'banks.write': ['owner', 'admin'],
  'orders.read': ['owner', 'admin', 'warehouse'],
  'orders.write': ['owner', 'admin'],
  'orders.ship': ['owner', 'admin', 'warehouse'],
  'payments.write': ['owner', 'admin'],
  'promos.read': ['owner', 'admin'],
  'promos.write': ['owner', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES;

export const permissions = Object.keys(ROLES) as Permission[];

/**
 * What decides who gets in, or where customers' money goes: whoever does this is looked up in the database each
 * time, so that a removed person does not have a last second.
 */
const LOOKED_UP: ReadonlySet<Permission> = new Set<Permission>([
  'users.manage',
  'keys.manage',
  'profile.write',
  'banks.write',
]);

export function isLookedUp(permission: Permission): boolean {
  return LOOKED_UP.has(permission);
}

export function may(role: Role, permission: Permission): boolean {
  return (ROLES[permission] as readonly Role[]).includes(role);
}

/** Whether a role may do all that another may: what was made for the one can be shown to the other. */
export function covers(role: Role, other: Role): boolean {
  return permissions.every((permission) => may(role, permission) || !may(other, permission));
}
