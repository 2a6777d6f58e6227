import { z } from 'zod';
import { defineEvents } from '../../kernel/events.ts';

const payload = z.strictObject({ nominal_idr: z.int(), fee_idr: z.int() });

export const orderpayEvents = defineEvents({
  'withdrawal.requested': {
    version: 1,
    summary: 'A withdrawal from OrderPay was requested.',
    payload,
  },
  'withdrawal.paid': { version: 1, summary: 'A withdrawal was paid to the bank account.', payload },
  'withdrawal.failed': {
    version: 1,
    summary: 'A withdrawal failed, and its amount and fee are available again.',
    payload: payload.extend({
      problem: z.string().describe('Why, as in the code of the problem in the list of withdrawals'),
    }),
  },
  'refund.settled': {
    version: 1,
    summary:
      'What was due to a customer was given back, or added to the balance. The subject is the customer.',
    payload: z.strictObject({
      nominal_idr: z.int(),
      method: z.enum(['BALANCE', 'TRANSFERRED']),
      note: z.string(),
    }),
  },
});

type Names = typeof orderpayEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
