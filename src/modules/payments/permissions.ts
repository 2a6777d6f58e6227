import { definePermissions } from '../../kernel/permissions.ts';

export const paymentPermissions = definePermissions(
  {
    'banks.read': ['owner', 'admin'],
    'banks.write': ['owner', 'admin'],
    'payments.write': ['owner', 'admin'],
    'admin_fees.read': ['owner', 'admin'],
    'admin_fees.write': ['owner', 'admin'],
    'gateway.manage': ['owner'],
  } as const,
  { looked_up: ['banks.write', 'gateway.manage'] },
);

type Names = typeof paymentPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
