import { definePermissions } from '../../kernel/permissions.ts';

export const workPermissions = definePermissions({
  // Who changed what.
  'audit.read': ['owner'],
  // What others asked for, and mail to customers; of their own everybody sees all.
  'work.read': ['owner', 'admin'],
} as const);

type Names = typeof workPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
