import { definePermissions } from '../../kernel/permissions.ts';

export const accountPermissions = definePermissions(
  {
    'profile.write': ['owner', 'admin', 'warehouse'],
    'users.manage': ['owner'],
    'keys.manage': ['owner'],
  } as const,
  { looked_up: ['users.manage', 'keys.manage', 'profile.write'] },
);

type Names = typeof accountPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
