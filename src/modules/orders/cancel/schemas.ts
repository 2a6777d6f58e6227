import { z } from 'zod';
import { id, oneOf, withDefault } from '../../../kernel/http/input.ts';

export const CancelInput = z.object({
  id: id().describe('Order ID'),
  paid_as: withDefault(oneOf(['BALANCE', 'RETURNED']), 'BALANCE').describe(
    "What becomes of the money that was paid: BALANCE, the customer's balance; RETURNED, it was given back",
  ),
});

export const DeleteOrderInput = z.object({ order_id: id() });
