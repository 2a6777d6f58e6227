import { z } from 'zod';
import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const billingEvents = defineEvents({
  'billing.ordered': {
    version: 1,
    summary: 'Packages were ordered; the subject is the invoice.',
    payload: z.strictObject({ packages: z.array(z.string()), amount: z.int().describe('In rupiah') }),
  },
  'billing.paid': {
    version: 1,
    summary: 'An invoice for packages was paid, and they have started.',
    payload: z.strictObject({ amount: z.int().describe('In rupiah') }),
  },
  'billing.expired': {
    version: 1,
    summary: 'An invoice for packages was not paid in time.',
    payload: NOTHING,
  },
});

type Names = typeof billingEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
