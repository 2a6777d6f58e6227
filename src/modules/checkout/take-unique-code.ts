import type { Context } from '../../kernel/context.ts';
import { shopFunction } from '../../kernel/database/shop-function.ts';
import type { Rupiah } from '../../kernel/money.ts';
import { codesUsedUp } from './store-payment.ts';
import { takeCodeSql } from './take-code-sql.ts';

interface Taken {
  code: number | null;
  free_at: Date | null;
}

interface Wanted {
  shop_id: number;
  bank_account_id: number;
  invoice_idr: number;
  now: Date;
}

export const takeCodeFunction = shopFunction<Taken, Wanted>(
  'take_unique_code',
  {
    takes: { shop_id: 'bigint', bank_account_id: 'bigint', invoice_idr: 'bigint', now: 'timestamptz' },
    returns: { code: 'bigint', free_at: 'timestamptz' },
  },
  (given, result) => `begin
    ${takeCodeSql({ ...given, ...result })}
  end`,
);

/**
 * Takes a unique code for a payment that there is already. Call it in the transaction that stores it.
 * @param invoice_idr what the payment is without its code
 * @throws Refusal 503 if the account has none left
 */
export async function takeUniqueCode(
  context: Context,
  account: { id: number; account_number: string },
  invoice_idr: Rupiah,
): Promise<number> {
  const { code, free_at } = await takeCodeFunction.call(context.db, {
    shop_id: context.shop.id,
    bank_account_id: account.id,
    invoice_idr,
    now: context.clock.now(),
  });
  if (code === null) throw codesUsedUp(context, account.account_number, free_at);
  return code;
}
