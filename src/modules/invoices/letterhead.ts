import type { Letterhead } from '../../kernel/paper/draw-letterhead.ts';
import { printable } from '../../kernel/paper/printable-text.ts';
import { localPhone } from '../../kernel/phone.ts';
import { bankName } from '../reference/index.ts';
import type { LetterheadShop, PayAccount } from './letterhead-sql.ts';

export function letterheadOf({ name, address, phone }: LetterheadShop): Letterhead {
  return {
    name: printable(name),
    contact: printable([address, phoneText(phone)].filter(Boolean).join('  |  ')),
  };
}

/** A stored phone number as papers have it; empty where there is none. */
export function phoneText(phone: string): string {
  return phone === '' ? '' : localPhone(phone);
}

/** The accounts to pay to, one a line. */
export function accountLines(accounts: readonly PayAccount[]): string[] {
  return accounts.map(({ bank_type, account_number, holder_name }) =>
    printable(`${bankName(bank_type)} ${account_number} a.n. ${holder_name}`),
  );
}
