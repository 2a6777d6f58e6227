import { definePermissions } from '../../kernel/permissions.ts';

export const customerPermissions = definePermissions({
  'customers.read': ['owner', 'admin'],
  'customers.write': ['owner', 'admin'],
} as const);

type Names = typeof customerPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
