import { z } from 'zod';
import { keyword, optional, pageFields } from '../../kernel/http/input.ts';

export const Expedition = z.object({
  id: z.int(),
  rate_name: z.string(),
  logistic_name: z.string(),
  show_name: z.string(),
  pickup_available: z.string(),
});

export const ActiveExpedition = Expedition.extend({ logo_url: z.string() });

export const ListActiveExpeditionsInput = z.object({
  keyword: optional(keyword({ max: 20 })).describe('Courier name to look for'),
  ...pageFields(),
});
