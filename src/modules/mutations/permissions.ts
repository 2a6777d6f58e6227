import { definePermissions } from '../../kernel/permissions.ts';

export const mutationPermissions = definePermissions({
  'mutation_connections.manage': ['owner', 'admin'],
} as const);

type Names = typeof mutationPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
