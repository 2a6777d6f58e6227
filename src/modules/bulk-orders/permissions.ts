import { definePermissions } from '../../kernel/permissions.ts';

export const bulkOrderPermissions = definePermissions({ 'orders.bulk': ['owner', 'admin'] } as const);

type Names = typeof bulkOrderPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
