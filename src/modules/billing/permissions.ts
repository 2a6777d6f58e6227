import { definePermissions } from '../../kernel/permissions.ts';

export const billingPermissions = definePermissions({ 'billing.manage': ['owner'] } as const);

type Names = typeof billingPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
