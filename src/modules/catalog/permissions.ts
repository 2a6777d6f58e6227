import { definePermissions } from '../../kernel/permissions.ts';

export const catalogPermissions = definePermissions({
  'catalog.read': ['owner', 'admin', 'warehouse'],
  'catalog.write': ['owner', 'admin'],
  // Purchase prices, and profit.
  'cost.read': ['owner'],
} as const);

type Names = typeof catalogPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
