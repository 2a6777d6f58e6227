import { z } from 'zod';
import { CHANGES, defineEvents } from '../../kernel/events.ts';

export const checkoutEvents = defineEvents({
  'buyer_payment.created': {
    version: 1,
    summary: 'A buyer of the store has ordered, and is to pay.',
    payload: z.strictObject({
      method: z.string(),
      nominal_transfer: z.int().describe('In rupiah'),
      order_ids: z.array(z.int()),
    }),
  },
  'buyer_payment.claimed': {
    version: 1,
    summary: 'A buyer says that the transfer is made.',
    payload: CHANGES,
  },
  'buyer_payment.paid': {
    version: 1,
    summary: 'The money of a buyer’s payment has come in.',
    payload: z.strictObject({ amount: z.int(), source: z.string() }),
  },
  'buyer_payment.late': {
    version: 1,
    summary:
      'Money has come in for a payment that had expired, was cancelled or is paid already: its orders were revived, or it went to the balance of the customer. Somebody should look at it.',
    payload: z.strictObject({
      amount: z.int(),
      source: z.string(),
      outcome: z.enum(['REVIVED', 'BALANCE']),
    }),
  },
  'gateway_payment.queued': {
    version: 1,
    summary:
      'A buyer has paid another amount through the payment gateway than was to be paid. Somebody has to decide what becomes of it.',
    payload: z.strictObject({ payment_id: z.int(), amount: z.int() }),
  },
  'gateway_payment.decided': {
    version: 1,
    summary: 'It was decided what becomes of a payment of the gateway of another amount.',
    payload: z.strictObject({ payment_id: z.int(), amount: z.int(), outcome: z.string() }),
  },
  'buyer_payment.money_taken_back': {
    version: 1,
    summary: 'Money was matched with a buyer’s payment by mistake: the payment is again what it was before.',
    payload: z.strictObject({
      amount: z.int(),
      outcome: z.enum(['PAID', 'REVIVED', 'BALANCE']).describe('What had become of the money'),
      state: z.string().describe('What the payment is now'),
    }),
  },
  'buyer_payment.decided': {
    version: 1,
    summary: 'Orders of a buyer’s payment were accepted or rejected.',
    payload: z.strictObject({ accepted: z.array(z.int()), rejected: z.array(z.int()) }),
  },
  'buyer_payment.changed': {
    version: 1,
    summary: 'A buyer has chosen another payment method.',
    payload: CHANGES,
  },
  'buyer_payment.expired': {
    version: 1,
    summary: 'A buyer has not paid in time.',
    payload: CHANGES,
  },
  'buyer_payment.canceled': {
    version: 1,
    summary: 'A buyer has cancelled before paying.',
    payload: CHANGES,
  },
});

type Names = typeof checkoutEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
