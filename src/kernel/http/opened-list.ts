import { z } from 'zod';
import { named } from './openapi-names.ts';

/** A list of the API that shows what a number counts. */
export const OpenedList = named('OpenedList', {
  operation: z.string().describe('For example `listOrders`.'),
  path: z.string(),
  query: z.record(z.string(), z.string()).describe('Its filters. A page is chosen besides.'),
});
