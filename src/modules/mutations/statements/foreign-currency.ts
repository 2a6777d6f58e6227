import type { SheetRow } from '../../../kernel/sheets/cells.ts';
import { plainTitle } from '../../../kernel/sheets/match-titles.ts';
import { takeTurns } from '../../../kernel/slices.ts';

/** Currencies that banks in Indonesia keep accounts in, but for rupiah. */
const FOREIGN = new Set(
  'USD SGD AUD EUR GBP JPY HKD CHF CAD NZD CNY CNH MYR THB SAR AED KRW INR SEK NOK DKK TWD PHP VND BND'.split(
    ' ',
  ),
);
/** What stands before the currency, in one language or two. */
const ABOVE =
  /\b(?:mata uang|currency|ccy|valuta)(?:[\s/(]+(?:mata uang|currency|ccy))*[\s:=,;|/.")-]*([a-z]{3})\b/i;
const TITLES = new Set(['mata uang', 'currency', 'ccy', 'curr', 'valuta']);

/** What is looked at of a line. */
const CHARACTERS = 300;

/** The currency that a statement says it is in, above its titles or in a column, where it is none in rupiah. */
export async function foreignCurrency(
  above: readonly string[],
  columns: readonly { index: number; title: string }[],
  rows: readonly SheetRow[],
): Promise<string | undefined> {
  for (const line of above) {
    await takeTurns();
    const found = foreign(ABOVE.exec(line.slice(0, CHARACTERS))?.[1]);
    if (found !== undefined) return found;
  }
  const index = columns.find(({ title }) => TITLES.has(plainTitle(title)))?.index;
  if (index === undefined) return undefined;
  for (const { cells } of rows) {
    await takeTurns();
    const found = foreign(String(cells[index] ?? ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

function foreign(code: string | undefined): string | undefined {
  const currency = code?.toUpperCase() ?? '';
  return FOREIGN.has(currency) ? currency : undefined;
}
