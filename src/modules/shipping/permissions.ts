import { definePermissions } from '../../kernel/permissions.ts';

export const shippingPermissions = definePermissions({ 'courier_keys.manage': ['owner', 'admin'] } as const, {
  looked_up: ['courier_keys.manage'],
});

type Names = typeof shippingPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
