import { z } from 'zod';
import { id, oneOf, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

export const ListGatewayPaymentsInput = z.object({ ...pageFields() });

export const QueuedGatewayPayment = named('QueuedGatewayPayment', {
  id: z.int(),
  payment_id: z.int(),
  customer_name: z.string(),
  channel: z.string(),
  amount: z.int().describe('What was paid.'),
  nominal_transfer: z.int().describe('What is to be paid.'),
  paid_at: z.string(),
});

export const DecideGatewayPaymentInput = z.object({
  id: id().describe('ID of the gateway payment.'),
  action: oneOf(['BALANCE', 'RETURNED']).describe(
    '`BALANCE`: it becomes balance of the customer. `RETURNED`: the shop has given it back outside of this system.',
  ),
});

export const GatewayPaymentDecided = named('GatewayPaymentDecided', {
  id: z.int(),
  action: z.enum(['BALANCE', 'RETURNED']),
});
