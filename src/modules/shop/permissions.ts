import { definePermissions } from '../../kernel/permissions.ts';

export const shopPermissions = definePermissions({
  'shop.read': ['owner', 'admin', 'warehouse'],
  'shop.write': ['owner', 'admin'],
} as const);

type Names = typeof shopPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
