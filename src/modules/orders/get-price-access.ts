import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import type { CategoryCode } from '../pricing/index.ts';
import type { PriceAccess, PriceAccessInput } from './quote-schemas.ts';

/** Codes of customer categories; anything else is the id of one. */
const CODES: readonly CategoryCode[] = ['N', 'Y', 'D', '1', '2', '3'];

/** What a customer category may have besides its own prices. Of a number the code comes first. */
export async function getPriceAccess(
  context: Context,
  input: z.output<typeof PriceAccessInput>,
): Promise<z.input<typeof PriceAccess>> {
  const written = input.customer_category_code.toUpperCase();
  const code = CODES.find((known) => known === written);
  const id = /^\d{1,15}$/.test(written) ? Number(written) : 0;
  const found = await context.db
    .selectFrom('customer_categories')
    .select(['wholesale_access', 'discount_access'])
    .where('shop_id', '=', context.shop.id)
    .where((eb) => (code === undefined ? eb('id', '=', id) : eb('code', '=', code)))
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}
