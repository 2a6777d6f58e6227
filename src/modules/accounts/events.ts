import { z } from 'zod';
import { defineEvents, NOTHING } from '../../kernel/events.ts';

const Role = z.enum(['owner', 'admin', 'warehouse']);

export const accountEvents = defineEvents({
  'user.invited': {
    version: 1,
    summary: 'A user was invited to the shop.',
    payload: z.strictObject({ role: Role }),
  },
  'user.accepted': { version: 1, summary: 'A user accepted the invitation.', payload: NOTHING },
  'user.updated': {
    version: 1,
    summary: 'A user changed their name, phone number or password.',
    payload: z.strictObject({ password_changed: z.boolean() }),
  },
  'user.role_changed': {
    version: 1,
    summary: 'The role of a user was changed.',
    payload: z.strictObject({ from: Role, to: Role }),
  },
  'user.removed': { version: 1, summary: 'A user was removed from the shop.', payload: NOTHING },
  'api_key.created': { version: 1, summary: 'An API key was created.', payload: NOTHING },
  'api_key.rotated': {
    version: 1,
    summary: 'An API key was rotated. The old key keeps working until it expires.',
    payload: z.strictObject({ replaced_by: z.int().describe('ID of the new key') }),
  },
  'api_key.revoked': { version: 1, summary: 'An API key was revoked.', payload: NOTHING },
});

type Names = typeof accountEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
