import { limits } from '../limits.ts';
import { FORMULA_WITHOUT_VALUE, type Cell, type Sheet, type SheetRow } from './cells.ts';
import type { SheetReading } from './reading.ts';
import { readXml, type XmlHandlers } from './read-xml.ts';
import { UnreadableSheet, unpack, zipEntries, type ZipEntry } from './zip.ts';

/** Maximum of shared texts of a workbook, and of characters of one, which is the limit of Excel. */
const SHARED_TEXTS_MOST = 300_000;
const CELL_CHARACTERS_MOST = 32_767;
/** Rows and styles of a sheet, relations of its parts, and characters of a number's format: Excel's own limits. */
const ROW_NUMBER_MOST = 1_048_576;
const STYLES_MOST = 65_490;
const RELATIONS_MOST = 1_000;
const FORMAT_CHARACTERS_MOST = 255;
/** More sheets of a workbook are not looked at. */
const SHEETS_MOST = 50;

/** A large part packed this much smaller is made to harm: one word in every cell gives about 30 times. */
const BOMB = { content_bytes: 8 * 1_048_576, times: 200 };

/** A workbook, of which parts are read as they are needed. */
class Workbook {
  readonly #zip: Buffer;
  readonly #entries: Map<string, ZipEntry>;
  readonly reading: SheetReading;

  constructor(zip: Buffer, reading: SheetReading) {
    this.#zip = zip;
    this.#entries = zipEntries(zip);
    this.reading = reading;
    let content_bytes = 0;
    for (const entry of this.#entries.values()) {
      content_bytes += entry.content_bytes;
      if (entry.content_bytes > Math.max(BOMB.content_bytes, entry.packed_bytes * BOMB.times))
        throw reading.tooLarge();
    }
    if (content_bytes > limits.sheet_content_bytes) throw reading.tooLarge();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  part(name: string, handlers: XmlHandlers): AsyncGenerator<void> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new UnreadableSheet(`no ${name}`);
    return readXml(unpack(this.#zip, entry), handlers, this.reading);
  }

  async whole(name: string, handlers: XmlHandlers): Promise<void> {
    for await (const _piece of this.part(name, handlers));
  }
}

/** The visible sheets of a workbook in their order, each read row by row; of a row read only the shared texts stay. */
export async function openXlsx(zip: Buffer, reading: SheetReading): Promise<Sheet[]> {
  const book = new Workbook(zip, reading);
  const { sheets, texts_part, styles_part, from_1904 } = await findParts(book);
  const texts = texts_part !== undefined && book.has(texts_part) ? await readTexts(book, texts_part) : [];
  const is_day =
    styles_part !== undefined && book.has(styles_part) ? await readStyles(book, styles_part) : [];
  return sheets.map(({ name, part }) => ({
    name,
    rows: () => rowsOf(book, part, { texts, is_day, from_1904 }),
  }));
}

async function* rowsOf(book: Workbook, part: string, meanings: Meanings): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = [];
  const reader = new RowReader(book.reading, meanings, (row) => rows.push(row));
  for await (const _piece of book.part(part, reader)) {
    yield* rows;
    rows = [];
  }
  yield* rows;
}

interface Parts {
  sheets: { name: string; part: string }[];
  texts_part: string | undefined;
  styles_part: string | undefined;
  /** Days are counted from 1904 on, as Excel on old Macs did. */
  from_1904: boolean;
}

async function findParts(book: Workbook): Promise<Parts> {
  const top = await readRelations(book, '_rels/.rels', '');
  const workbook = [...top.values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const named: { name: string; relation: string }[] = [];
  let from_1904 = false;
  await book.whole(workbook, {
    open(name, attributes) {
      if (name === 'sheet' && attributes['state'] !== 'hidden' && attributes['state'] !== 'veryHidden') {
        const [, relation = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
        if (named.length < SHEETS_MOST) named.push({ name: attributes['name'] ?? '', relation });
      }
      if (name === 'workbookPr') from_1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  const relations = await readRelations(book, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder);
  const sheets = named.flatMap(({ name, relation }) => {
    const found = relations.get(relation);
    // Sheets that are a chart, or a macro, have no cells.
    return found === undefined || (found.type !== 'worksheet' && found.type !== '')
      ? []
      : [{ name, part: found.part }];
  });
  if (sheets.length === 0) throw new UnreadableSheet('no sheet');
  const of = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part;
  return { sheets, texts_part: of('sharedStrings'), styles_part: of('styles'), from_1904 };
}

async function readRelations(book: Workbook, name: string, folder: string) {
  const relations = new Map<string, { type: string; part: string }>();
  await book.whole(name, {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag !== 'Relationship') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.set(Id, { type, part: partOf(Target, folder) });
      if (relations.size > RELATIONS_MOST) throw new UnreadableSheet('too many relations');
    },
  });
  return relations;
}

/** The name of the part that a relation leads to; of what leads nowhere, a name that no part has. */
function partOf(target: string, folder: string): string {
  try {
    return decodeURIComponent(new URL(target, `file:///${folder}`).pathname.slice(1));
  } catch {
    return '';
  }
}

/** The shared texts, without their phonetic readings (which Japanese workbooks have). */
async function readTexts(book: Workbook, name: string): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let taking = false;
  let aloud = false;
  await book.whole(name, {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') aloud = true;
      if (tag === 't') taking = !aloud;
    },
    text(part) {
      if (taking) text = longer(text, part, book.reading);
    },
    close(tag) {
      if (tag === 't') taking = false;
      if (tag === 'rPh') aloud = false;
      if (tag !== 'si') return;
      book.reading.countCharacters(text.length);
      texts.push(alone(unescaped(text)));
      if (texts.length > SHARED_TEXTS_MOST) throw book.reading.tooLarge();
    },
  });
  return texts;
}

/** The same text, without what a longer one was cut out of: that would be held as long as it is. */
function alone(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

/** Number formats of days and times that need no definition (ECMA-376, 18.8.30). */
const isDayFormat = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** For each style of cells whether it shows a number as a day. */
async function readStyles(book: Workbook, name: string): Promise<boolean[]> {
  const days = new Set<number>();
  const styles: boolean[] = [];
  let in_cells = false;
  await book.whole(name, {
    open(tag, attributes) {
      if (tag === 'numFmt') {
        const shown = (attributes['formatCode'] ?? '')
          .slice(0, FORMAT_CHARACTERS_MOST)
          .replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        if (/[dmyhs]/i.test(shown) && days.size < STYLES_MOST) days.add(Number(attributes['numFmtId']));
      }
      if (tag === 'cellXfs') in_cells = true;
      if (tag !== 'xf' || !in_cells || styles.length > STYLES_MOST) return;
      const format = Number(attributes['numFmtId'] ?? 0);
      styles.push(isDayFormat(format) || days.has(format));
    },
    close(tag) {
      if (tag === 'cellXfs') in_cells = false;
    },
  });
  return styles;
}

interface Meanings {
  texts: readonly string[];
  is_day: readonly boolean[];
  from_1904: boolean;
}

/** Collects the cells of a row from the XML of a sheet. */
class RowReader implements XmlHandlers {
  readonly #reading: SheetReading;
  readonly #meanings: Meanings;
  readonly #give: (row: SheetRow) => void;
  #number = 0;
  #cells: Cell[] = [];
  #column = 0;
  #type = '';
  #style = -1;
  #value = '';
  #taking = false;
  /** Whether the cell has a formula, and no value that was stored for it. */
  #is_open = false;
  #tags = 0;

  constructor(reading: SheetReading, meanings: Meanings, give: (row: SheetRow) => void) {
    this.#reading = reading;
    this.#meanings = meanings;
    this.#give = give;
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === 'row') {
      this.#number = rowNumber(attributes['r'], this.#number);
      this.#cells = [];
      this.#column = 0;
      this.#tags = 0;
    }
    // Whatever stands in a row: much of it and no cell is no row of ours.
    this.#tags += 1;
    if (this.#tags > limits.sheet_columns * 20) throw this.#reading.tooLarge();
    if (tag === 'c') {
      this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? -1);
      this.#value = '';
      this.#is_open = false;
    }
    if (tag === 'f') this.#is_open = true;
    // Formulas have their value beside them in <v>; <t> stands in a cell of its own text.
    if (tag !== 'v' && tag !== 't') return;
    this.#taking = true;
    // Some programs write an empty value for what they have not calculated; an empty text says that it is one.
    if (tag === 't' || this.#type === 'str') this.#is_open = false;
  }

  text(part: string): void {
    if (this.#taking) this.#value = longer(this.#value, part, this.#reading);
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#taking = false;
    if (tag === 'c') this.#keep();
    if (tag === 'row') this.#give({ number: this.#number, cells: this.#cells });
  }

  #keep(): void {
    const cell = this.#cell();
    if (cell === '') return;
    if (!(this.#column <= limits.sheet_columns)) throw this.#reading.tooLarge();
    while (this.#cells.length < this.#column - 1) this.#cells.push('');
    this.#cells[this.#column - 1] = cell;
  }

  #cell(): Cell {
    const value = this.#value;
    if (value === '') return this.#is_open ? FORMULA_WITHOUT_VALUE : '';
    switch (this.#type) {
      case 's': {
        const text = this.#meanings.texts[Number(value)];
        if (text === undefined) throw new UnreadableSheet('no such shared text');
        return text.trim();
      }
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'n': {
        const number = Number(value);
        if (!Number.isFinite(number)) return value.trim();
        if (this.#meanings.is_day[this.#style] === true) return dayText(number, this.#meanings.from_1904);
        // Sums in binary leave traces behind the fifteenth digit, which is the last that a spreadsheet shows.
        return Number(number.toPrecision(15));
      }
      default:
        return unescaped(value).trim();
    }
  }
}

function longer(text: string, part: string, reading: SheetReading): string {
  if (text.length + part.length > CELL_CHARACTERS_MOST) throw reading.tooLarge();
  return text + part;
}

/** @throws UnreadableSheet where a row has no number of a row, or one that does not come after the row before */
function rowNumber(written: string | undefined, before: number): number {
  const number = written === undefined ? before + 1 : Number(written);
  if (!Number.isInteger(number) || number <= before || number > ROW_NUMBER_MOST)
    throw new UnreadableSheet('rows out of order');
  return number;
}

/** The place of a cell in its row, the first being 1, by its name, as C for C7. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of name.replaceAll(/[^A-Z]/g, '').slice(0, 4))
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Signs that XML can't hold stand in workbooks as _x000D_ (ECMA-376, 22.4.2.4). */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const DAY_MS = 86_400_000;

/** A day as yyyy-mm-dd, with its time where it has one; spreadsheets count days from the end of 1899. */
function dayText(number: number, from_1904: boolean): Cell {
  const first = Date.UTC(from_1904 ? 1904 : 1899, from_1904 ? 0 : 11, from_1904 ? 1 : 30);
  const moment = new Date(first + Math.round(number * DAY_MS));
  if (Number.isNaN(moment.getTime())) return number;
  return moment
    .toISOString()
    .replace(/T00:00:00.*/, '')
    .replace('T', ' ')
    .replace(/\..*/, '');
}
