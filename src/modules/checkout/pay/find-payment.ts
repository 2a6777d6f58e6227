import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';

/**
 * The payment of a buyer's token. Whoever has the token is its buyer.
 * @returns its ID
 * @throws Refusal 404 if the store has none: that of another store is answered alike
 */
export async function findPaymentId(context: Context, token: string): Promise<number> {
  if (shopOfToken(token) !== context.shop.id) throw kernelErrors.refuse('not_found');
  const payment = await context.db
    .selectFrom('buyer_payments')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  if (payment === undefined) throw kernelErrors.refuse('not_found');
  return payment.id;
}
