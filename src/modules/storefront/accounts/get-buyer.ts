import type { z } from 'zod';
import { balanceOf } from '../../ledger/index.ts';
import type { BuyerContext } from '../store-context.ts';
import type { BuyerDetail } from './schemas.ts';

/** The buyer who is signed in, with the balance at the shop. */
export async function getBuyer(context: BuyerContext): Promise<z.input<typeof BuyerDetail>> {
  const { shop, buyer } = context;
  const row = await context.db
    .selectFrom('customers as c')
    .innerJoin('customer_categories as k', (join) =>
      join.on('k.shop_id', '=', shop.id).onRef('k.code', '=', 'c.category_code'),
    )
    .leftJoin('buyer_passwords as p', (join) =>
      join
        .on('p.shop_id', '=', shop.id)
        .onRef('p.customer_id', '=', 'c.id')
        .onRef('p.account_removals', '=', 'c.account_removals'),
    )
    .select(['c.name', 'c.email', 'c.phone', 'c.category_code', 'k.name as category_name', 'p.changed_at'])
    .where('c.shop_id', '=', shop.id)
    .where('c.id', '=', buyer.customer_id)
    .executeTakeFirstOrThrow();
  const held = await balanceOf(context, { kind: 'CUSTOMER_BALANCE', subject_id: buyer.customer_id });
  const { changed_at, ...rest } = row;
  return { ...rest, has_password: changed_at !== null, balance: held.balance_idr - held.reserved_idr };
}
