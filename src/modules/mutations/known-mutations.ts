import { sql } from 'kysely';
import { addDays } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { PENDING_DAYS } from './recognise.ts';
import type { KnownMutation, SeenMutation } from './seen-mutation.ts';
import { plainAccount } from './statements/account-in-statement.ts';

/** Of which account mutations are. */
export interface MutationAccount {
  /** null: none of the shop's. */
  bank_account_id: number | null;
  account_number: string;
}

/** Under which an account's mutations are told apart. */
export function accountKey({ bank_account_id, account_number }: MutationAccount): string {
  return bank_account_id === null ? unknownKey(account_number) : String(bank_account_id);
}

/** The same, and what it was under before the shop had the account. */
export function accountKeys(account: MutationAccount): string[] {
  return [accountKey(account), unknownKey(account.account_number)];
}

function unknownKey(account_number: string): string {
  return `#${plainAccount(account_number)}`;
}

/** The recorded mutations that any of those seen may be. */
export async function findKnown(
  { db, shop }: Context,
  account: MutationAccount,
  seen: readonly SeenMutation[],
): Promise<KnownMutation[]> {
  if (seen.length === 0) return [];
  const days = seen.map(({ day }) => day).toSorted();
  const amounts = [...new Set(seen.map(({ amount_idr }) => amount_idr))];
  const keys = accountKeys(account);
  return db
    .selectFrom('bank_mutations')
    .select([
      'id',
      'day',
      'direction',
      'amount_idr',
      'occurrence',
      'description',
      'balance_idr',
      'is_pending',
    ])
    .select(['provider', 'provider_ref'])
    .where('shop_id', '=', shop.id)
    .where('account_key', '=', sql<string>`any(${keys}::text[])`)
    .where('amount_idr', '=', sql<number>`any(${amounts}::bigint[])`)
    .where('day', '>=', addDays(days[0] ?? '', -PENDING_DAYS))
    .where('day', '<=', addDays(days.at(-1) ?? '', PENDING_DAYS))
    .orderBy('day')
    .orderBy('occurrence')
    .orderBy('id')
    .execute();
}

/** Whoever records mutations of an account does so one after the other, so that none is recorded twice. */
export async function lockAccount({ db, shop }: Context, bank_account_id: number): Promise<void> {
  await db
    .selectFrom('bank_accounts')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', bank_account_id)
    .forNoKeyUpdate()
    .execute();
}
