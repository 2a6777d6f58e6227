import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
import type { Account } from './account-kinds.ts';

/** What an account holds, in its natural sign. */
export interface Balance {
  balance_idr: number;
  /** The part of it that pending transfers will take. */
  reserved_idr: number;
}

const readBalances = namedStatement<Balance, { shop_id: number; kinds: string[]; subject_ids: number[] }>(
  'read_ledger_balances',
  (
    at,
  ) => `select coalesce(account.balance_idr, 0) as balance_idr, coalesce(account.reserved_idr, 0) as reserved_idr
  from unnest(${at.kinds}::text[], ${at.subject_ids}::bigint[]) with ordinality as named (kind, subject_id, number)
  left join lateral (
    select account.balance_idr, account.reserved_idr from ledger_accounts as account
    where account.shop_id = ${at.shop_id} and account.kind = named.kind and account.subject_id = named.subject_id
    limit 1
  ) as account on true
  order by named.number`,
);

/** What accounts hold, in the order in which they are named, in one statement; one that was never moved holds nothing. */
export async function balancesOf(context: Context, accounts: readonly Account[]): Promise<Balance[]> {
  return readBalances.run(context.db, {
    shop_id: context.shop.id,
    kinds: accounts.map(({ kind }) => kind),
    subject_ids: accounts.map(({ subject_id }) => subject_id ?? 0),
  });
}

/** As `balancesOf`, of accounts that are locked until the transaction ends, in the order in which transfers lock them. */
export async function lockBalances(context: Context, accounts: readonly Account[]): Promise<Balance[]> {
  const kinds = accounts.map(({ kind }) => kind);
  const subject_ids = accounts.map(({ subject_id = 0 }) => subject_id);
  await context.db
    .selectFrom('ledger_accounts')
    .select('balance_idr')
    .where('shop_id', '=', context.shop.id)
    .where('kind', 'in', kinds)
    .where('subject_id', 'in', subject_ids)
    .orderBy('kind')
    .orderBy('subject_id')
    .forUpdate()
    .execute();
  return balancesOf(context, accounts);
}

/** What one account holds. */
export async function balanceOf(context: Context, account: Account): Promise<Balance> {
  const [balance] = await balancesOf(context, [account]);
  return balance ?? { balance_idr: 0, reserved_idr: 0 };
}

/** What OrderPay has on hold of an order's money, and how often that was moved. */
export async function holdOf(
  { db, shop }: Context,
  order_id: number,
): Promise<{ on_hold_idr: number; moves: number }> {
  return db
    .selectFrom('ledger_entries')
    .select([
      sql<number>`coalesce(sum(amount_idr), 0)::bigint`.as('on_hold_idr'),
      sql<number>`count(*)`.as('moves'),
    ])
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .where('kind', '=', 'ORDERPAY_ON_HOLD')
    .executeTakeFirstOrThrow();
}

/** What OrderPay has on hold of an order's money. */
export async function onHoldOf(context: Context, order_id: number): Promise<number> {
  return (await holdOf(context, order_id)).on_hold_idr;
}
