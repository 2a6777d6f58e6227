import { definePermissions } from '../../kernel/permissions.ts';

export const notificationPermissions = definePermissions({
  // What each role is told of is decided by the permission of each kind: see kinds.ts.
  'notifications.read': ['owner', 'admin', 'warehouse'],
} as const);

type Names = typeof notificationPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
