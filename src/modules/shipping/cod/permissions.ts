import { definePermissions } from '../../../kernel/permissions.ts';

export const codPermissions = definePermissions({
  'cod.read': ['owner', 'admin'],
  'cod.write': ['owner', 'admin'],
} as const);

type Names = typeof codPermissions;
declare module '../../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
