import { z } from 'zod';
import { keyword, optional, pageFields } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';

export const Expedition = named('Courier', {
  id: z.int(),
  rate_name: z.string(),
  logistic_name: z.string(),
  show_name: z.string(),
  pickup_available: z.string(),
});

export const ActiveExpedition = named('ActiveCourier', { ...Expedition.shape, logo_url: z.string() });

export const ListActiveExpeditionsInput = z.object({
  keyword: optional(keyword({ max: 20 })).describe('Courier name to search for.'),
  ...pageFields(),
});
