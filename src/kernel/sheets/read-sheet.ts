import { isUtf8 } from 'node:buffer';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { limits } from '../limits.ts';
import type { Cell, Sheet, SheetRow } from './cells.ts';
import { sheetErrors } from './errors.ts';
import { visibleText } from '../visible-text.ts';
import { openXlsx } from './read-xlsx.ts';
import { SheetReading } from './reading.ts';
import { UnreadableSheet } from './zip.ts';

/** Text that the parser of CSV gets at a time: some milliseconds of work. */
const PIECE_BYTES = 4_096;
/** What may stand in the file for one row, and a piece more. */
const ROW_BYTES = limits.sheet_row_characters * 4;

/**
 * Opens a workbook (.xlsx), of which the visible sheets are given, or a CSV file (separated by commas, semicolons, tabs or
 * pipes), which is one sheet. Rows come one by one, without empty ones. Formulas return their last calculated value, days
 * are yyyy-mm-dd. Yields to other requests.
 * @param field name of the input field, for refusals
 * @param most_rows rows with content, in place of `limits.sheet_rows`
 * @throws Refusal 422 on the field, also while rows are read: not a spreadsheet, damaged, or beyond `limits.sheet_*`,
 *   which apply to what is read of all sheets, not to what is returned
 */
export async function openSheets(bytes: Buffer, field: string, most_rows?: number): Promise<Sheet[]> {
  const reading = new SheetReading(field, most_rows);
  const sheets =
    kindOf(bytes, field) === 'xlsx'
      ? await openXlsx(bytes, reading).catch((error: unknown) => refuseUnreadable(error, field))
      : [{ name: '', rows: () => readCsv(bytes, reading) }];
  return sheets.map(({ name, rows }) => ({ name, rows: () => withContent(rows(), reading) }));
}

/** The rows of the first sheet: see `openSheets`. */
export async function* readSheet(bytes: Buffer, field: string): AsyncGenerator<SheetRow> {
  const [first] = await openSheets(bytes, field);
  if (first !== undefined) yield* first.rows();
}

async function* withContent(rows: AsyncGenerator<SheetRow>, reading: SheetReading): AsyncGenerator<SheetRow> {
  reading.resume();
  try {
    for await (const { cells: whole, ...row } of rows) {
      await reading.pause();
      reading.countRow();
      const cells = withoutEmptyEnd(withoutEmptyEnd(whole).map(plain));
      if (cells.length === 0) continue;
      reading.countContent(cells);
      yield { ...row, cells };
      reading.resume();
    }
  } catch (error) {
    refuseUnreadable(error, reading.field);
  }
}

function refuseUnreadable(error: unknown, field: string): never {
  throw isUnreadable(error) ? sheetErrors.refuseField('sheet_unreadable', field) : error;
}

function withoutEmptyEnd(cells: Cell[]): Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** No text that is stored may hold NUL, half a character, or what cannot be seen. */
function plain(cell: Cell): Cell {
  if (typeof cell !== 'string' || cell === '') return cell;
  return visibleText(cell.toWellFormed().replaceAll('\0', '\uFFFD')).trim();
}

function isUnreadable(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof UnreadableSheet || (typeof code === 'string' && code.startsWith('CSV_'));
}

/** What a file is, by its content. */
function kindOf(bytes: Buffer, field: string): 'xlsx' | 'csv' {
  const start = bytes.toString('latin1', 0, 8);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw sheetErrors.refuseField('sheet_old', field);
  if (start.startsWith('PK')) return 'xlsx';
  const is_utf16 = /^(?:\xff\xfe|\xfe\xff)/.test(start);
  const is_text = is_utf16 || !bytes.subarray(0, 4_096).includes(0);
  if (bytes.length === 0 || !is_text || /^\s*(?:<|%PDF|\{|\x89PNG|\xff\xd8\xff|GIF8)/.test(start))
    throw sheetErrors.refuseField('sheet_type', field);
  return 'csv';
}

async function* readCsv(bytes: Buffer, reading: SheetReading): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES));
  const said = SEPARATOR_LINE.exec(head)?.[1];
  let unread = 0;
  const parser = parse({
    delimiter: said ?? delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: ROW_BYTES,
    trim: true,
  });
  acceptAnyLength(parser);
  // Its errors come out of the parser, too.
  pipeline(pieces(), parser, () => undefined);
  let number = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    unread = 0;
    number += 1;
    if (number > 1 || said === undefined) yield { number, cells: cells.map(asTyped), width: cells.length };
  }

  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      await reading.pause();
      // The parser counts what is in the cells of a row, not how many there are.
      if (unread > ROW_BYTES) throw reading.tooLarge();
      unread += PIECE_BYTES;
      yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
    }
  }
}

/** The first line of a file that tells Excel how it is separated: `sep=;`. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;|\t])"?[,;|\t]*\r?\n/i;

/**
 * Without what keeps a spreadsheet from taking a text for something else: the apostrophe before a formula or before
 * digits is not part of it, nor is the formula around digits, `="0812"`.
 */
function asTyped(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\d])/, '').replace(/^="([^"]*)"$/, '$1');
}

/**
 * Rows may have any number of cells. Left alone the parser makes an error with its stack, which it then throws
 * away, for every row that is not as long as the first: 40 times the work.
 */
function acceptAnyLength(parser: object): void {
  const { state } = parser as { state: { record: string[] } };
  Object.defineProperty(state, 'expectedRecordLength', {
    get: () => state.record.length,
    set(_length) {},
  });
}

/** UTF-8 or, where it is not, what Excel writes in its place. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** So much is read to find out how columns are separated. */
const HEAD_BYTES = 16_384;

/** Lines, whole ones if there are several, from which the sign is found that separates. */
const HEAD_LINES = 25;

/**
 * The sign that parts most lines into the same number of cells, and into the most: Excel in Indonesia separates by
 * semicolons, as the comma is in numbers, and what stands above the titles has its own commas.
 */
function delimiterOf(text: string): string {
  const lines = text
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_LINES);
  const weight = (sign: string) => {
    const lines_by_signs = new Map<number, number>();
    for (const line of lines) {
      const signs = line.split(sign).length - 1;
      lines_by_signs.set(signs, (lines_by_signs.get(signs) ?? 0) + 1);
    }
    return Math.max(...[...lines_by_signs].map(([signs, count]) => signs * count ** 2), 0);
  };
  return [',', ';', '\t', '|'].reduce((most, sign) => (weight(sign) > weight(most) ? sign : most));
}
