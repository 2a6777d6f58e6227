import type { Cell, Sheet, SheetRow } from './cells.ts';
import type { Refusal } from '../errors.ts';
import { sheetErrors } from './errors.ts';
import { takeTurns } from '../slices.ts';
import { plainTitle, titleOf, TitleMatcher, type SoughtColumn } from './match-titles.ts';
import { openSheets } from './read-sheet.ts';

/** A column of a file. */
export interface TableColumn<Key extends string> {
  /** From 0 on. */
  index: number;
  /** As it stands in the file; '' if it has none. */
  title: string;
  /** What it is known to be. */
  key: Key | undefined;
  /** The first different values in it. */
  samples: Cell[];
}

export interface Table<Key extends string> {
  /** The name of the sheet that is read; '' in a CSV file. */
  sheet: string;
  /** Those with a title or content. */
  columns: TableColumn<Key>[];
  /** What columns are known to be, by index, those that fit best first. */
  known: ReadonlyMap<number, Key>;
  /** Names of sheets that are not read. */
  other_sheets: string[];
  /** How many cells the titles have, in a CSV file with empty ones at their end. */
  width: number;
  /** Rows above the titles. */
  rows_above: SheetRow[];
  /** What is below the titles; to be read once, to its end. */
  rows: AsyncGenerator<SheetRow>;
}

export interface OpenOptions {
  /** Whether a file without known titles is a table too. */
  accepts_unknown?: boolean;
  /** Rows with content, in place of `limits.sheet_rows`. */
  most_rows?: number;
}

/** Rows with content among which the titles are looked for. */
const HEAD_ROWS = 40;
/** Where the sheets before hold as many cells in these rows, further sheets are not looked at: reading them takes seconds. */
const HEAD_CELLS_MOST = 100_000;
const SAMPLES = 3;
/** Of a text so much is shown. */
const SAMPLE_CHARACTERS = 100;
/** Sheets that explain others are looked at last. */
const GUIDE_NAMES = /petunjuk|panduan|contoh|instruksi|guide|instruction|example|read ?me|help/i;

interface Head {
  sheet: string;
  rows: SheetRow[];
  rest: AsyncGenerator<SheetRow>;
}

interface FoundTitles<Key extends string> extends Head {
  /** Index among the rows of the head; -1 where nothing looks like titles. */
  place: number;
  titles: Cell[];
  known: Map<number, Key>;
}

/**
 * Opens a spreadsheet as a table: the titles are the row that has the most known ones, in the first sheet that has all
 * columns needed and something below. Where no sheet has, it is the first row that could be titles, if `accepts_unknown`.
 * @throws Refusal 422 on the field if it is not a spreadsheet, a required column is missing, or a title occurs twice;
 *   while reading, if it is damaged or exceeds `limits.sheet_*`
 */
export async function openTable<Key extends string>(
  bytes: Buffer,
  field: string,
  sought: readonly SoughtColumn<Key>[],
  { accepts_unknown = false, most_rows }: OpenOptions = {},
): Promise<Table<Key>> {
  const sheets = await openSheets(bytes, field, most_rows);
  const matcher = new TitleMatcher(sought);
  const needed = sought.filter(({ is_needed }) => is_needed === true).map(({ key }) => key);
  let best: FoundTitles<Key> | undefined;
  let has_titles = false;
  let looked_at = 0;
  for (const sheet of inOrder(sheets)) {
    if (looked_at >= HEAD_CELLS_MOST) break;
    const head = await readHead(sheet);
    looked_at += head.rows.reduce((sum, { cells }) => sum + cells.length, 0);
    const found = await findTitles(head, matcher, needed);
    const is_whole = needed.every((key) => [...found.known.values()].includes(key));
    has_titles ||= is_whole;
    const has_rows = found.place + 1 < found.rows.length;
    const is_better = has_rows && (is_whole || found.known.size > (best?.known.size ?? -1));
    // What is not read on is closed.
    if (!is_better) await found.rest.return(undefined);
    else await best?.rest.return(undefined);
    if (is_better) best = found;
    if (is_whole && has_rows) return tableOf(found, sheets, field, sought);
  }
  if (has_titles || best === undefined) throw sheetErrors.refuseField('sheet_empty', field);
  if (accepts_unknown) return tableOf(best, sheets, field, sought);
  throw missing(best, matcher, field, sought);
}

function missing<Key extends string>(
  { known, titles }: FoundTitles<Key>,
  matcher: TitleMatcher<Key>,
  field: string,
  sought: readonly SoughtColumn<Key>[],
): Refusal {
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const columns = sought.filter(
    ({ key, is_needed }) => is_needed === true && ![...known.values()].includes(key),
  );
  for (const { key, titles: own } of columns) {
    const unsure = matcher.unsureTitles(titles, key);
    if (unsure.length > 0)
      return sheetErrors.refuseField('column_unsure', field, {
        column: quoted(own.slice(0, 1)),
        titles: quoted(unsure),
      });
  }
  return sheetErrors.refuseField('column_missing', field, {
    columns: quoted(columns.map((column) => column.titles[0] ?? column.key)),
  });
}

function inOrder(sheets: readonly Sheet[]): Sheet[] {
  const is_guide = (sheet: Sheet) => GUIDE_NAMES.test(sheet.name);
  return [...sheets.filter((sheet) => !is_guide(sheet)), ...sheets.filter(is_guide)];
}

async function readHead(sheet: Sheet): Promise<Head> {
  const rest = sheet.rows();
  const rows: SheetRow[] = [];
  while (rows.length < HEAD_ROWS) {
    const next = await rest.next();
    if (next.done === true) break;
    rows.push(next.value);
  }
  return { sheet: sheet.name, rows, rest };
}

/** The row with the most known titles; without any, the first that has several texts, and nothing else; else none. */
async function findTitles<Key extends string>(
  head: Head,
  matcher: TitleMatcher<Key>,
  needed: readonly Key[],
): Promise<FoundTitles<Key>> {
  let best: FoundTitles<Key> | undefined;
  let best_weight = 0;
  for (const [place, row] of head.rows.entries()) {
    await takeTurns();
    const titles = twoLevelTitles(head.rows[place - 1]?.cells ?? [], row.cells, matcher);
    const known = matcher.match(titles);
    if (known.size === 0) continue;
    const is_whole = needed.every((key) => [...known.values()].includes(key));
    // Names for programs stand beside titles for people: where both do, these are meant.
    const is_for_programs = row.cells.every((cell) => /^[a-z0-9_/|.-]*$/.test(String(cell)));
    const weight = (known.size + (is_whole ? 1 : 0)) * (is_for_programs ? 0.5 : 1);
    // Titles in two rows: the lower one says it more exactly.
    const is_below = best !== undefined && best.place === place - 1 && weight === best_weight;
    if (weight <= best_weight && !is_below) continue;
    best = { ...head, place, titles, known };
    best_weight = weight;
  }
  if (best !== undefined) return best;
  const place = head.rows.findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell !== '');
    return filled.length > 1 && filled.every((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
  });
  return { ...head, place, titles: head.rows[place]?.cells ?? [], known: new Map() };
}

/**
 * The titles of a row, completed by those of the row above, which may be of several columns: `Jual` below `Harga` is
 * `Harga Jual`, and an empty one below `Stok` is `Stok`. One that stands there twice says nothing without: of `Nama` below
 * `Pengirim` and `Nama` below `Penerima`, neither is any name.
 */
function twoLevelTitles<Key extends string>(
  above: readonly Cell[],
  row: readonly Cell[],
  matcher: TitleMatcher<Key>,
): Cell[] {
  if (!above.some((cell) => matcher.knows(cell))) return [...row];
  const known = matcher.match(row);
  const twice = repeatedTitles(row);
  let group: Cell = '';
  return Array.from({ length: Math.max(above.length, row.length) }, (_, index) => {
    const own = row[index] ?? '';
    if ((above[index] ?? '') !== '') group = above[index] ?? '';
    if (own === '') return matcher.knows(above[index] ?? '') ? (above[index] ?? '') : '';
    const whole = `${group} ${own}`;
    const is_half = twice.has(plainTitle(titleOf(own))) || (!known.has(index) && matcher.knows(whole));
    return is_half ? whole : own;
  });
}

function repeatedTitles(row: readonly Cell[]): Set<string> {
  const titles = row.map((cell) => plainTitle(titleOf(cell)));
  return new Set(titles.filter((title, place) => title !== '' && titles.indexOf(title) !== place));
}

function tableOf<Key extends string>(
  { sheet, rows, rest, place, titles, known }: FoundTitles<Key>,
  sheets: readonly Sheet[],
  field: string,
  sought: readonly SoughtColumn<Key>[],
): Table<Key> {
  refuseTwice(titles, known, field, sought);
  const below = rows.slice(place + 1);
  const width = Math.max(titles.length, ...below.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    title: titleOf(titles[index]),
    key: known.get(index),
    samples: samplesOf(below, index),
  }));
  return {
    sheet,
    columns: columns.filter(({ title, samples }) => title !== '' || samples.length > 0),
    known,
    other_sheets: sheets.map(({ name }) => name).filter((name) => name !== sheet),
    width: rows[place]?.width ?? titles.length,
    rows_above: rows.slice(0, Math.max(place, 0)),
    rows: allRows(),
  };

  async function* allRows(): AsyncGenerator<SheetRow> {
    yield* below;
    yield* rest;
  }
}

function samplesOf(rows: readonly SheetRow[], index: number): Cell[] {
  const values = rows
    .map(({ cells }) => cells[index] ?? '')
    .filter((cell) => cell !== '')
    .map((cell) => (typeof cell === 'string' ? cell.slice(0, SAMPLE_CHARACTERS).toWellFormed() : cell));
  return [...new Set(values)].slice(0, SAMPLES);
}

/** Which of two columns of one title is meant, only who wrote them knows. */
function refuseTwice<Key extends string>(
  titles: readonly Cell[],
  known: Map<number, Key>,
  field: string,
  sought: readonly SoughtColumn<Key>[],
): void {
  for (const [index, key] of known) {
    const title = titleOf(titles[index]);
    const is_twice = titles.some(
      (other, place) => place !== index && plainTitle(titleOf(other)) === plainTitle(title),
    );
    const is_many = (sought.find((column) => column.key === key)?.most ?? 1) > 1;
    if (is_twice && !is_many) throw sheetErrors.refuseField('column_twice', field, { column: title });
  }
}
