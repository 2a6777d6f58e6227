import { z } from 'zod';
import { CHANGES, defineEvents, NOTHING } from '../../../kernel/events.ts';

export const gatewayEvents = defineEvents({
  'admin_fee.created': {
    version: 1,
    summary: 'An admin fee was set for a customer category.',
    payload: z.strictObject({ category_code: z.string(), nominal_idr: z.int() }),
  },
  'admin_fee.updated': { version: 1, summary: 'An admin fee was changed.', payload: CHANGES },
  'gateway_connection.saved': {
    version: 1,
    summary: "The shop's own account at Xendit was connected or changed. The subject is the shop.",
    payload: z.strictObject({
      is_active: z.boolean().describe('Charges go through it'),
      is_new_key: z.boolean(),
      is_new_token: z.boolean().describe('The verification token of callbacks was replaced'),
    }),
  },
  'gateway_connection.removed': {
    version: 1,
    summary: "The shop's own account at Xendit was disconnected. The subject is the shop.",
    payload: NOTHING,
  },
});

type Names = typeof gatewayEvents;
declare module '../../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
