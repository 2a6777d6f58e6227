import { definePermissions } from '../../kernel/permissions.ts';

export const orderpayPermissions = definePermissions(
  {
    'orderpay.read': ['owner', 'admin'],
    'orderpay.withdraw': ['owner'],
    'refunds.settle': ['owner', 'admin'],
  } as const,
  { looked_up: ['orderpay.withdraw', 'refunds.settle'] },
);

type Names = typeof orderpayPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
