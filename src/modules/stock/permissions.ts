import { definePermissions } from '../../kernel/permissions.ts';

export const stockPermissions = definePermissions({
  'stock.read': ['owner', 'admin', 'warehouse'],
  'stock.write': ['owner', 'admin', 'warehouse'],
} as const);

type Names = typeof stockPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
