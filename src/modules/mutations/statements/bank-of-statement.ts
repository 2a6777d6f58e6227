import { plainTitle } from '../../../kernel/sheets/match-titles.ts';

/** Titles that only one bank writes together; of BNI and others one is enough. */
const TITLES: readonly [bank_family: string, titles: string][] = [
  ['bca', 'tanggal transaksi, keterangan, cabang, jumlah'],
  ['bca', 'date, description, branch, amount, balance'],
  ['mandiri', 'account no, date, val. date, transaction code'],
  ['mandiri', 'accountno, ccy, postdate'],
  ['bri', 'tgl tran, desk tran'],
  ['bri', 'tanggal transaksi, uraian transaksi, teller'],
  ['bni', 'journal no'],
  ['bni', 'journal no.'],
];

/** How banks name themselves above the titles. */
const NAMES: readonly [bank_family: string, name: RegExp][] = [
  ['bca', /\bbca\b|klikbca|bank central asia/i],
  ['mandiri', /\bmandiri\b|\blivin\b|\bkopra\b/i],
  ['bri', /\bbri\b|\bbrimo\b|\bqlola\b|rakyat indonesia/i],
  ['bni', /\bbni\b|\bbnidirect\b|negara indonesia/i],
];

/**
 * The bank whose statement it is, by the titles that only it writes, else by its name above them.
 * @returns its family; undefined where it cannot be told
 */
export function bankOfStatement(titles: readonly string[], above: readonly string[]): string | undefined {
  const plain = new Set(titles.map(plainTitle));
  const by_titles = TITLES.find(([, wanted]) => wanted.split(', ').every((title) => plain.has(title)));
  if (by_titles !== undefined) return by_titles[0];
  const named = NAMES.filter(([, name]) => above.some((line) => name.test(line)));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
