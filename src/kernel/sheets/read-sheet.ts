import { parse } from 'csv-parse';
import { limits } from '../limits.ts';
import type { SheetRow } from './cells.ts';
import { sheetErrors } from './errors.ts';
import { readXlsx, tooLarge } from './read-xlsx.ts';
import { UnreadableSheet } from './zip.ts';

const MEGABYTE = 1_048_576;

/**
 * Reads the first sheet of a workbook (.xlsx), or a CSV file (separated by commas, semicolons or tabs), row by
 * row, rows without content left out. Formulas give the value that was last worked out, days as yyyy-mm-dd.
 * @param field name of the input field, for refusals
 * @throws Refusal 422 on the field: no sheet, damaged, or beyond `limits.sheet_*`; what is too large is refused
 * before it is unpacked
 */
export async function* readSheet(bytes: Buffer, field: string): AsyncGenerator<SheetRow> {
  const rows = kindOf(bytes, field) === 'xlsx' ? readXlsx(bytes, field) : readCsv(bytes);
  let read = 0;
  try {
    for await (const { number, cells: whole } of rows) {
      const cells = whole.slice(0, whole.findLastIndex((cell) => cell !== '') + 1);
      if (cells.length === 0) continue;
      read += 1;
      if (read > limits.sheet_rows + 1 || cells.length > limits.sheet_columns) throw tooLarge(field);
      yield { number, cells };
    }
  } catch (error) {
    if (isUnreadable(error)) throw sheetErrors.refuseField('sheet_unreadable', field);
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return error instanceof UnreadableSheet || code.startsWith('CSV_');
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

async function* readCsv(bytes: Buffer): AsyncGenerator<SheetRow> {
  const text = textOf(bytes);
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MEGABYTE,
    trim: true,
  });
  let number = 0;
  for await (const cells of records as AsyncIterable<string[]>) {
    number += 1;
    // The apostrophe that keeps a spreadsheet from taking text for a formula is not part of it.
    yield { number, cells: cells.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')) };
  }
}

/** UTF-8 or, where it is not, what Excel writes in its place. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Excel in Indonesia separates by semicolons, as the comma is in numbers. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split('\n', 1);
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}
