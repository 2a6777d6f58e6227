import { definePermissions } from '../../kernel/permissions.ts';

export const expensePermissions = definePermissions({
  'expenses.read': ['owner', 'admin'],
  'expenses.write': ['owner', 'admin'],
} as const);

type Names = typeof expensePermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
