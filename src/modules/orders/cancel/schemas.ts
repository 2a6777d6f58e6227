import { z } from 'zod';
import { id, oneOf, withDefault } from '../../../kernel/http/input.ts';

export const CancelInput = z.object({
  id: id().describe('Order ID.'),
  paid_as: withDefault(oneOf(['BALANCE', 'REFUNDED']), 'BALANCE').describe(
    'What happens to the money that was paid. BALANCE: it is added to the balance of the customer; REFUNDED: ' +
      'it was refunded to the customer.',
  ),
});

export const DeleteOrderInput = z.object({ order_id: id() });
