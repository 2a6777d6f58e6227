import { definePermissions } from '../../kernel/permissions.ts';

export const messagePermissions = definePermissions({
  'messages.read': ['owner', 'admin'],
  'messages.send': ['owner', 'admin'],
  'messages.manage': ['owner'],
} as const);

type Names = typeof messagePermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
