import { definePermissions } from '../../kernel/permissions.ts';

export const referencePermissions = definePermissions({
  'reference.read': ['owner', 'admin', 'warehouse'],
} as const);

type Names = typeof referencePermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
