import { z } from 'zod';
import { named } from '../../../kernel/http/openapi-names.ts';

const StoreBank = named('StoreBank', {
  bank_id: z.int().describe('To be named when paying by bank transfer.'),
  bank_name: z.string(),
  image: z.string(),
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
  banks: z
    .array(StoreBank)
    .describe('Banks that can be transferred to; empty if bank transfer is not offered.'),
});
