import type { Context } from '../../kernel/context.ts';
import { bankBadge, bankFamily, bankName } from '../reference/index.ts';

/** Columns that `bankAccountOf` needs. */
export const BANK_ACCOUNT_COLUMNS = [
  'id',
  'bank_type',
  'type',
  'account_number',
  'holder_name',
  'branch',
] as const;

export interface BankAccountRow {
  id: number;
  bank_type: string;
  type: 'BANK' | 'PAYMENT GATEWAY';
  account_number: string;
  holder_name: string;
  branch: string;
}

/** A bank account as in the reference. */
export function bankAccountOf(context: Context, row: BankAccountRow) {
  const { id, ...rest } = row;
  return {
    bank_id: id,
    bank_name: bankName(row.bank_type),
    ...rest,
    image: context.base_url + bankBadge(bankFamily(row.bank_type)),
  };
}
