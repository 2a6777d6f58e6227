import { definePermissions } from '../../kernel/permissions.ts';

export const viewPermissions = definePermissions({
  // Views of one's own, and preferences.
  'views.write': ['owner', 'admin', 'warehouse'],
  'views.share': ['owner', 'admin'],
} as const);

type Names = typeof viewPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
