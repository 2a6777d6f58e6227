import { definePermissions } from '../../kernel/permissions.ts';

export const promoPermissions = definePermissions({
  'promos.read': ['owner', 'admin'],
  'promos.write': ['owner', 'admin'],
} as const);

type Names = typeof promoPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
