import { definePermissions } from '../../kernel/permissions.ts';

export const paymentPermissions = definePermissions(
  {
    'banks.read': ['owner', 'admin'],
    'banks.write': ['owner', 'admin'],
    'payments.write': ['owner', 'admin'],
  } as const,
  { looked_up: ['banks.write'] },
);

type Names = typeof paymentPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
