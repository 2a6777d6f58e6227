import { kernelErrors } from '../../../kernel/errors.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';
import type { StoreContext } from '../../storefront/index.ts';

/** No token is a number: it ends with that of its shop, behind an underscore. */
const PAYMENT_ID = /^[1-9]\d{0,14}$/;

/**
 * The payment of a buyer's token. Whoever has the token is its buyer. Tokens are shown once, so a buyer who is signed in names
 * an own payment by its ID as well; one that was made as a guest is not known to be the buyer's own.
 * @returns its ID
 * @throws Refusal 404 if the store has none: that of another store or buyer is answered alike
 */
export async function findPaymentId(context: StoreContext, token: string): Promise<number> {
  const { db, shop, buyer } = context;
  const payments = db.selectFrom('buyer_payments').select('id').where('shop_id', '=', shop.id);
  const named =
    buyer !== null && PAYMENT_ID.test(token)
      ? payments
          .where('id', '=', Number(token))
          .where('customer_id', '=', buyer.customer_id)
          .where('is_guest', 'is', false)
      : shopOfToken(token) === shop.id
        ? payments.where('token_hash', '=', hashToken(token))
        : undefined;
  const payment = await named?.executeTakeFirst();
  if (payment === undefined) throw kernelErrors.refuse('not_found');
  return payment.id;
}
