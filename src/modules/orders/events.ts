import { z } from 'zod';
import { CHANGES, changesWith, defineEvents, NOTHING } from '../../kernel/events.ts';

const cod_idr = z
  .int()
  .optional()
  .describe('What the courier collects with a COD order: its total, less what was paid otherwise');

export const orderEvents = defineEvents({
  'order.created': {
    version: 1,
    summary: 'An order was placed.',
    payload: z.strictObject({ po_number: z.int() }),
  },
  'order.edited': { version: 1, summary: 'An order was edited.', payload: CHANGES },
  'order.paid': {
    version: 1,
    summary: 'A payment of an order was recorded.',
    payload: changesWith({
      amount_idr: z.int().describe('The payment'),
      status: z.enum(['INSTALLMENT', 'PAID']).describe('PAID where nothing remains to be paid'),
    }),
  },
  'order.payment_removed': {
    version: 1,
    summary: 'A payment of an order was deleted.',
    payload: changesWith({
      id: z.int().describe('ID of the payment'),
      bank_account_id: z.int(),
      amount_idr: z.int(),
    }),
  },
  'order.awb_added': {
    version: 1,
    summary: 'The AWB number of an order was added or changed.',
    payload: changesWith({ cod_idr }),
  },
  'order.shipping_changed': {
    version: 1,
    summary: 'The shipping status of an order changed.',
    payload: changesWith({
      cod_idr,
      is_sent_back: z
        .literal(true)
        .optional()
        .describe('RETURNED because the receiver sent back what was delivered: the delivery stands'),
    }),
  },
  'order.label_printed': {
    version: 1,
    summary: 'Labels of all parcels of an order were printed, for the first time or again.',
    payload: NOTHING,
  },
  'order.canceled': { version: 1, summary: 'An order was cancelled.', payload: CHANGES },
  'order.confirmed': {
    version: 1,
    summary: 'An order of the store was accepted by the seller.',
    payload: CHANGES,
  },
  'order.rejected': {
    version: 1,
    summary: 'An order of the store was rejected by the seller.',
    payload: CHANGES,
  },
  'order.expired': {
    version: 1,
    summary: 'An order of the store was not paid in time.',
    payload: CHANGES,
  },
  'order.revived': {
    version: 1,
    summary: 'An order of the store that had expired was paid, and waits for the seller again.',
    payload: CHANGES,
  },
  'order.reactivated': {
    version: 1,
    summary: 'A cancelled, rejected or expired order was reactivated.',
    payload: CHANGES,
  },
  'order.return_received': {
    version: 1,
    summary: 'A parcel of an order came back, and the condition of its units was recorded.',
    payload: CHANGES,
  },
  'order.return_settled': {
    version: 1,
    summary:
      'The cost of a parcel that came back was recorded for its order, which was not cancelled with it.',
    payload: CHANGES,
  },
  'order.charged': {
    version: 1,
    summary: 'A courier has charged for a COD parcel of an order, or the gateway for giving its money back.',
    payload: NOTHING,
  },
  'order.costs_changed': {
    version: 1,
    summary: 'What an order costs beside its goods has changed: shipping paid, fees and charges.',
    payload: CHANGES,
  },
  'order.deleted': {
    version: 1,
    summary: 'A cancelled, rejected or expired order was permanently deleted.',
    payload: z.strictObject({
      po_number: z.int(),
      total_idr: z.int(),
      paid_idr: z.int(),
      sender_name: z.string(),
      order_status: z.enum(['UNCONFIRMED', 'ACCEPTED', 'REJECTED', 'CANCELED', 'EXPIRED']),
    }),
  },
});

type Names = typeof orderEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
