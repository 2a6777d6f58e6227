import { definePermissions } from '../../kernel/permissions.ts';

export const webhookPermissions = definePermissions(
  {
    // Where the data of the shop goes is the owner's affair, as keys are; so is what went there.
    'webhooks.manage': ['owner'],
    'webhooks.read': ['owner'],
  } as const,
  { looked_up: ['webhooks.manage'] },
);

type Names = typeof webhookPermissions;
declare module '../../kernel/permissions.ts' {
  interface PermissionNames extends Names {}
}
