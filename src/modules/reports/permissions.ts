import { definePermissions } from '../../kernel/permissions.ts';

/** What goods cost, and with it profit and the worth of the stock, takes `cost.read` besides. */
export const reportPermissions = definePermissions({
  'reports.read': ['owner', 'admin'],
} as const);

type Names = typeof reportPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
