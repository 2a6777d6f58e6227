import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { CategoryCode } from '../../pricing/index.ts';
import type { PriceAccess, PriceAccessInput } from './schemas.ts';

/** Codes of customer categories; anything else is the id of one. */
const CODES: readonly CategoryCode[] = ['N', 'Y', 'D', '1', '2', '3'];

/** The discounts a customer category has access to. A number is first taken as a code, then as an id. */
export async function getPriceAccess(
  context: Context,
  input: z.output<typeof PriceAccessInput>,
): Promise<z.input<typeof PriceAccess>> {
  const written = input.customer_category_code.trim().toUpperCase();
  const code = CODES.find((known) => known === written);
  const id = /^\d{1,15}$/.test(written) ? Number(written) : 0;
  const found = await context.db
    .selectFrom('customer_categories')
    .select(['code', 'wholesale_access', 'discount_access'])
    .where('shop_id', '=', context.shop.id)
    .where(sql<boolean>`(code = ${code ?? null}::text or id = ${id})`)
    .limit(2)
    .execute();
  const category = found.find((known) => known.code === code) ?? found[0];
  if (category === undefined) throw kernelErrors.refuse('not_found');
  const { wholesale_access, discount_access } = category;
  return { wholesale_access, discount_access };
}
