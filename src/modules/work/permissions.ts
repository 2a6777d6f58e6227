import { definePermissions } from '../../kernel/permissions.ts';

export const workPermissions = definePermissions({
  // Who changed what.
  'audit.read': ['owner'],
  // Jobs of others, and mail to customers; everybody sees their own.
  'work.read': ['owner', 'admin'],
} as const);

type Names = typeof workPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
