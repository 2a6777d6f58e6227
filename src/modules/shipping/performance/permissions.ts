import { definePermissions } from '../../../kernel/permissions.ts';

export const performancePermissions = definePermissions({ 'performance.read': ['owner', 'admin'] } as const);

type Names = typeof performancePermissions;
declare module '../../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
