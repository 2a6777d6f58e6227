import { definePermissions } from '../../kernel/permissions.ts';

export const orderPermissions = definePermissions({
  'orders.read': ['owner', 'admin', 'warehouse'],
  'orders.write': ['owner', 'admin'],
  'orders.ship': ['owner', 'admin', 'warehouse'],
} as const);

type Names = typeof orderPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
