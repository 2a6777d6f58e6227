import { definePermissions } from '../../kernel/permissions.ts';

export const invoicePermissions = definePermissions({
  'invoices.read': ['owner', 'admin'],
  'receivables.read': ['owner', 'admin'],
} as const);

type Names = typeof invoicePermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
