import type { Cell } from '../../../kernel/sheets/cells.ts';

const YES = 'y, ya, yes, true, 1, aktif, active, tampil, ditampilkan, publish, published, live';
const NO =
  'n, tidak, no, false, 0, -1, nonaktif, non aktif, non-aktif, tidak aktif, inactive, sembunyi, disembunyikan, ' +
  'tidak tampil, draft, draf, private, hidden, unpublished, diarsipkan';
const ANSWERS = new Map([
  ...YES.split(', ').map((word) => [word, true] as const),
  ...NO.split(', ').map((word) => [word, false] as const),
]);

/** Yes or no, as people and programs write it; undefined for anything else. */
export function readYesNo(cell: Cell): boolean | undefined {
  return ANSWERS.get(String(cell).toLowerCase());
}
