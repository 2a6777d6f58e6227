import { z } from 'zod';
import { named } from '../../../kernel/http/openapi-names.ts';

const badge = { bank_name: z.string(), image: z.string() };

/** How to pay by one method; a field that is not of the method is empty. */
const StorePaymentMethod = named('StorePaymentMethod', {
  method: z.enum(['TRANSFER', 'GATEWAY', 'ORDERPAY', 'COD']).describe('To be named in `payment.method`.'),
  banks: z
    .array(z.object({ bank_id: z.int().describe('To be named in `payment.bank_id`.'), ...badge }))
    .describe('TRANSFER: the banks that can be transferred to.'),
  channels: z
    .array(z.object({ channel: z.string().describe('To be named in `payment.channel`.'), ...badge }))
    .describe('GATEWAY: virtual accounts, or QRIS and e-wallets.'),
  payment_fee: z.int().describe('GATEWAY: what is added to the total.'),
  balance: z.int().nullable().describe('ORDERPAY: your balance.'),
});

export const StoreDetail = named('Store', {
  name: z.string(),
  subdomain: z.string(),
  description: z.string(),
  phone: z.string(),
  address: z.string(),
  district: z.string().nullable().describe('Where parcels leave from; null if the shop has not said.'),
  city: z.string().nullable(),
  province: z.string().nullable(),
  logo: z.string().nullable(),
  time_zone: z.string(),
  payment_methods: z
    .array(StorePaymentMethod)
    .describe(
      'How the store can be paid. COD depends on the courier too: see `is_cod` of the shipping rates. ORDERPAY is for buyers ' +
        'who are signed in and have a balance.',
    ),
});
