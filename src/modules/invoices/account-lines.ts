import { printable } from '../../kernel/paper/printable-text.ts';
import { bankName } from '../reference/index.ts';
import type { PayAccount } from './letterhead-sql.ts';

/** The accounts to pay to, one a line. */
export function accountLines(accounts: readonly PayAccount[]): string[] {
  return accounts.map(({ bank_type, account_number, holder_name }) =>
    printable(`${bankName(bank_type)} ${account_number} a.n. ${holder_name}`),
  );
}
