import { isUtf8 } from 'node:buffer';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { limits } from '../limits.ts';
import type { Cell, SheetRow } from './cells.ts';
import { sheetErrors } from './errors.ts';
import { readXlsx } from './read-xlsx.ts';
import { visibleText } from '../visible-text.ts';
import { SheetReading } from './reading.ts';
import { UnreadableSheet } from './zip.ts';

/** Text that the parser of CSV gets at a time: some milliseconds of work. */
const PIECE_BYTES = 4_096;
/** What may stand in the file for one row, and a piece more. */
const ROW_BYTES = limits.sheet_row_characters * 4;

/**
 * Reads the first sheet of a workbook (.xlsx), or a CSV file (separated by commas, semicolons or tabs), row by row,
 * without empty rows. Formulas return their last calculated value, days are yyyy-mm-dd. Yields to other requests.
 * @param field name of the input field, for refusals
 * @throws Refusal 422 on the field: not a spreadsheet, damaged, or beyond `limits.sheet_*`, which apply to what is
 *   read, not to what is returned
 */
export async function* readSheet(bytes: Buffer, field: string): AsyncGenerator<SheetRow> {
  const reading = new SheetReading(field);
  const rows = kindOf(bytes, field) === 'xlsx' ? readXlsx(bytes, reading) : readCsv(bytes, reading);
  try {
    for await (const { number, cells: whole } of rows) {
      await reading.pause();
      reading.countRow();
      const cells = withoutEmptyEnd(whole.map(plain));
      if (cells.length === 0) continue;
      reading.countContent(cells);
      yield { number, cells };
      reading.resume();
    }
  } catch (error) {
    if (isUnreadable(error)) throw sheetErrors.refuseField('sheet_unreadable', field);
    throw error;
  }
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
  const is_utf16 = start.startsWith('\xff\xfe');
  const is_text = is_utf16 || !bytes.subarray(0, 4_096).includes(0);
  if (bytes.length === 0 || !is_text || /^\s*(?:<|%PDF|\{|\x89PNG|\xff\xd8\xff|GIF8)/.test(start))
    throw sheetErrors.refuseField('sheet_type', field);
  return 'csv';
}

async function* readCsv(bytes: Buffer, reading: SheetReading): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES));
  let unread = 0;
  const parser = parse({
    delimiter: delimiterOf(head),
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
    // The apostrophe that prevents a spreadsheet from reading text as a formula is not part of it.
    yield { number, cells: cells.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')) };
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
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** So much is read to find out how columns are separated. */
const HEAD_BYTES = 16_384;

/** Excel in Indonesia separates by semicolons, as the comma is in numbers. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split('\n', 1);
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}
