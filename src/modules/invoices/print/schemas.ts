import { z } from 'zod';
import { id, oneOf, withDefault } from '../../../kernel/http/input.ts';

export const PrintInvoiceInput = z.object({
  id: id().describe('Order ID.'),
  format: withDefault(oneOf(['A4', 'RECEIPT']), 'A4').describe(
    '`RECEIPT`: for printers with paper of 80 mm, as long as it has to be.',
  ),
});
