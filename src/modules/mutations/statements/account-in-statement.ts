import { takeTurns } from '../../../kernel/slices.ts';

/** What stands before the number of the account that a statement is of. */
const BEFORE =
  /(?:no(?:mor|mer)?\.? ?(?:rek(?:ening)?\.?|account|akun)|rek(?:ening)?\.?(?: no(?:mor)?\.?)?|account (?:no|number|id)\.?|account|a\/?c(?: no)?\.?)[\s:=,;|#"']*((?:[\dx*•]|[-. ](?=[\dx*•])){5,40})/i;

/** What is looked at of a line. */
const CHARACTERS = 300;

/**
 * The digits of the account number that is named above the titles of a statement; undefined where there is none, or some of its
 * digits are hidden.
 */
export async function accountAbove(lines: readonly string[]): Promise<string | undefined> {
  for (const line of lines) {
    await takeTurns();
    const found = BEFORE.exec(line.slice(0, CHARACTERS))?.[1];
    if (found === undefined) continue;
    const digits = found.replaceAll(/[-. ]/g, '');
    if (/^\d{5,20}$/.test(digits)) return digits;
  }
  return undefined;
}

/** Whether two numbers are of the same account: programs take off zeros at the beginning. */
export function isSameAccount(one: string, other: string): boolean {
  return plainAccount(one) === plainAccount(other);
}

export function plainAccount(number: string): string {
  return number.replaceAll(/\D/g, '').replace(/^0+/, '');
}
