import { z } from 'zod';
import { id, oneOf, optional, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

const STATES = ['WAITING', 'BOOKED', 'FAILED', 'CANCELING'] as const;

export const ListShippingWorkInput = z.object({
  state: optional(oneOf(STATES)).describe('Only work in this state.'),
  order_id: optional(id()).describe('Only work on this order.'),
  ...pageFields(),
});

export const ShippingWork = named('ShippingWork', {
  id: z.int(),
  order_id: z.int(),
  po_number: z.int(),
  shipment: z.int().describe('Number of the parcel within the order.'),
  vendor: z.object({ code: z.string(), name: z.string() }),
  state: z
    .enum(STATES)
    .describe(
      'WAITING: to be booked. BOOKED: booked, with an AWB number still to come or not taken, or a cancellation that was refused. FAILED: not booked, and not tried again automatically. CANCELING: to be canceled.',
    ),
  service: z.enum(['PICKUP', 'DROP_OFF']),
  attempts: z.int(),
  problem: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why the last attempt failed, and what to do.'),
  next_try_at: z.string().nullable().describe('null: not tried again automatically.'),
  created_at: z.string(),
  updated_at: z.string(),
});

export const RetryShippingWorkInput = z.object({ id: id().describe('ID of the work.') });
