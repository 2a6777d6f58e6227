import type { Context } from '../../kernel/context.ts';

/** The bank accounts of the shop by which mutations are known, oldest first. */
export function shopAccounts({
  db,
  shop,
}: Pick<Context, 'db' | 'shop'>): Promise<{ id: number; account_number: string }[]> {
  return db
    .selectFrom('bank_accounts')
    .select(['id', 'account_number'])
    .where('shop_id', '=', shop.id)
    .where('type', '=', 'BANK')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute();
}
