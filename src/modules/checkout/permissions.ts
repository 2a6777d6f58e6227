import { definePermissions } from '../../kernel/permissions.ts';

export const checkoutPermissions = definePermissions({
  'checkouts.read': ['owner', 'admin'],
  'checkouts.confirm': ['owner', 'admin'],
} as const);

type Names = typeof checkoutPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
