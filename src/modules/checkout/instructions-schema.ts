import { z } from 'zod';
import { named } from '../../kernel/http/openapi-names.ts';

/** How a payment is made. */
export const Instructions = named('PaymentInstructions', {
  method: z.enum(['TRANSFER', 'GATEWAY', 'ORDERPAY', 'COD']),
  is_ready: z
    .boolean()
    .describe(
      'false while the payment gateway cannot be reached, or where nothing can be paid this way any more: `steps` say what to do.',
    ),
  bank: z
    .object({
      bank_id: z.int(),
      bank_name: z.string(),
      account_number: z.string(),
      holder_name: z.string(),
      branch: z.string(),
    })
    .nullable(),
  virtual_account: z
    .object({ bank_name: z.string(), number: z.string() })
    .nullable()
    .describe('Virtual account number, where one was made for this payment.'),
  payment_url: z.string().nullable().describe('Page of the payment gateway, for QRIS and e-wallets.'),
  steps: z.array(z.string()).describe('What to do, in the language of the request.'),
});
