import { z } from 'zod';
import { boolean, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { ChosenProducts } from '../search/schemas.ts';

export const DownloadProductsInput = ChosenProducts.extend({
  without_being_sent: withDefault(boolean(), false).describe(
    'Return the file in the response instead of mailing a link.',
  ),
});

export const DownloadRequested = named('DownloadRequested', { response: z.string(), message: z.string() });
