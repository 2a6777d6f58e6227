import { z } from 'zod';
import { boolean, withDefault } from '../../../kernel/http/input.ts';
import { ChosenProducts } from '../search/schemas.ts';

export const DownloadProductsInput = ChosenProducts.extend({
  without_being_sent: withDefault(boolean(), false).describe('Answer with the file at once'),
});

export const DownloadAsked = z.object({ response: z.string(), message: z.string() });
