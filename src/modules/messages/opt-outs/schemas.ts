import { z } from 'zod';
import { boolean, id, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

export const ListOptOutsInput = z.object(pageFields());

export const OptOut = named('MessageOptOut', {
  customer_id: z.int(),
  name: z.string(),
  phone: z.string(),
  source: z.enum(['CUSTOMER', 'STAFF']).describe('Who said it.'),
  created_at: z.string(),
});

export const SetOptOutInput = z.object({
  customer_id: id().describe('Customer ID.'),
  opted_out: boolean().describe('Whether the customer wants no promos.'),
});

export const OptOutSet = named('MessageOptOutSet', {
  customer_id: z.int(),
  opted_out: z
    .boolean()
    .describe(
      'Whether the customer receives no promos: also where another customer with the number wants none.',
    ),
});
