import { z } from 'zod';
import { id, oneOf, optional, withDefault } from '../../../kernel/http/input.ts';

const format = () =>
  withDefault(oneOf(['A4', 'RECEIPT']), 'A4').describe(
    '`RECEIPT`: for printers with paper of 80 mm, as long as it has to be.',
  );

export const PrintInvoiceInput = z.object({ id: id().describe('Order ID.'), format: format() });

export const PrintOwnInvoiceInput = z.object({
  token: z
    .string()
    .max(200)
    .describe(
      'Secret token of the checkout. Who is signed in can send the payment_id of an own one instead.',
    ),
  order_id: optional(id()).describe('Order ID, for a checkout of several orders. Default: the first.'),
  format: format(),
});
