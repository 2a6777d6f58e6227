import type { Cell, SheetRow } from '../../../kernel/sheets/cells.ts';
import { plainTitle } from '../../../kernel/sheets/match-titles.ts';
import { isTotal } from '../../../kernel/sheets/total-row.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { amountInCell, markOf, type Direction, type WrittenAmount } from './amount-in-cell.ts';
import { directionsByBalance } from './directions-by-balance.ts';
import { isPending, momentOf, statementDay, type DayWriting } from './moment-in-cell.ts';
import type { ColumnIndexes } from './columns.ts';
import { surplusOf, unshifted } from './shifted-cells.ts';

/** A transaction of a statement. */
export interface StatementFacts {
  day: string;
  at: Date | null;
  direction: Direction;
  /** Whole rupiah; what is behind the comma is left out. */
  amount_idr: number;
  description: string;
  balance_idr: number | null;
  /** The bank has not booked it yet, so its day may be another. */
  is_pending: boolean;
}

/** Why a row is no transaction. */
export type StatementFault =
  /** It sums up others, or says what the balance was. */
  | 'TOTAL'
  /** It has no amount, as a row of text. */
  | 'WITHOUT_AMOUNT'
  | 'DAY_UNREADABLE'
  | 'DAY_AHEAD'
  | 'AMOUNT_UNREADABLE'
  | 'AMOUNT_TOO_LARGE'
  | 'BOTH_SIDES'
  | 'DIRECTION_UNKNOWN'
  /** It says that money came in where the balance fell by it, or the other way round. */
  | 'BALANCE_CONTRADICTS'
  /** It has more cells than titles, and which of them are the amount cannot be told. */
  | 'CELLS_SHIFTED';

export interface StatementRow {
  /** As a spreadsheet counts rows. */
  row: number;
  facts: StatementFacts | null;
  fault: StatementFault | null;
  /** What stands in the row, for whoever looks at one that is not read. */
  text: string;
}

/** What of a description is stored. */
const DESCRIPTION_CHARACTERS = 500;
const TEXT_CHARACTERS = 300;
/** Rows that begin with these words say what there was or is, not what came or went. */
const NO_TRANSACTION =
  /^(?:saldo|balance|opening|closing|starting|ending|beginning|total|grand|sub ?total|jumlah|mutasi|halaman|page|bersambung)\b/i;
const AMOUNT_MOST_IDR = 999_999_999_999;

interface Options {
  /** By index. */
  titles: ReadonlyMap<number, string>;
  /** How many cells the titles have. */
  titles_width: number;
  writing: DayWriting;
  today: string;
}

/** A row with its cells below their titles; undefined: which of them is what cannot be told. */
interface WholeRow extends Pick<StatementRow, 'row' | 'text'> {
  cells: readonly Cell[] | undefined;
  has_surplus: boolean;
}

/** A row as it is read, before it is known which way went what says no direction. */
interface ReadRow extends Omit<StatementRow, 'facts'> {
  facts: (Omit<StatementFacts, 'direction'> & { direction: Direction | undefined }) | null;
}

/** An amount with what tells its direction. */
interface FoundAmount {
  amount: WrittenAmount;
  direction: Direction | undefined;
}

/** Reads the rows of one statement. */
export class RowReader {
  readonly #indexes: ColumnIndexes;
  /** Where columns are of which it is known what they are. */
  readonly #known: ReadonlySet<number>;
  readonly #options: Options;
  /** Whether any amount of the file says its direction, so that those that say none have the other. */
  #has_marks = false;
  #has_directions = false;

  constructor(indexes: ColumnIndexes, options: Options) {
    this.#indexes = indexes;
    this.#known = new Set(Object.values(indexes).flat());
    this.#options = options;
  }

  async readAll(rows: readonly SheetRow[]): Promise<StatementRow[]> {
    const { titles_width } = this.#options;
    const { description, amount, credit, debit, balance } = this.#indexes;
    const places = {
      titles_width,
      description: description[0],
      money: [...amount, ...credit, ...debit, ...balance],
    };
    const whole: WholeRow[] = [];
    for (const row of rows) {
      await takeTurns();
      const cells = unshifted(row, places);
      const has_surplus = surplusOf(row, titles_width) > 0;
      whole.push({ row: row.number, cells, has_surplus, text: textOf(row.cells) });
      if (cells !== undefined) this.#lookForMarks(cells);
    }
    const read: ReadRow[] = [];
    for (const { cells, has_surplus, ...row } of whole) {
      await takeTurns();
      const before = read.at(-1);
      if (cells === undefined) read.push({ ...row, ...passed('CELLS_SHIFTED') });
      else if (this.#repeatsTitles(cells)) read.push({ ...row, ...passed('WITHOUT_AMOUNT') });
      else if (before?.facts != null && this.#continues(cells))
        before.facts.description = joined([before.facts.description, this.#description(cells)]);
      else {
        const one = this.#read(cells);
        // Its amount may stand in a cell that has no title.
        const is_doubtful = has_surplus && (one.fault === 'WITHOUT_AMOUNT' || one.fault === 'TOTAL');
        read.push({ ...row, ...(is_doubtful ? passed('CELLS_SHIFTED') : one) });
      }
    }
    return withDirections(read);
  }

  /** Pages that were put together each have the titles. */
  #repeatsTitles(cells: readonly Cell[]): boolean {
    const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
    const { titles } = this.#options;
    return (
      filled.length > 1 &&
      filled.every((index) => plainTitle(String(cells[index])) === plainTitle(titles.get(index) ?? ''))
    );
  }

  #lookForMarks(cells: readonly Cell[]): void {
    this.#has_directions ||= this.#directionIn(cells) !== undefined;
    if (this.#has_marks) return;
    const amount = amountInCell(this.#cell(cells, 'amount'));
    this.#has_marks = amount != null && (amount.sign !== undefined || amount.mark !== undefined);
  }

  #cell(cells: readonly Cell[], key: keyof ColumnIndexes): Cell | undefined {
    for (const index of this.#indexes[key]) {
      const cell = cells[index];
      if (cell !== undefined && cell !== '') return cell;
    }
    return undefined;
  }

  /** A row with a description alone goes on with that of the row before. */
  #continues(cells: readonly Cell[]): boolean {
    const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
    const text = this.#description(cells);
    return (
      filled.length > 0 &&
      filled.every((index) => this.#indexes.description.includes(index)) &&
      !NO_TRANSACTION.test(text) &&
      !cells.some(isTotal)
    );
  }

  #read(cells: readonly Cell[]): Pick<ReadRow, 'facts' | 'fault'> {
    const found = this.#amount(cells);
    if (found === null) return passed('WITHOUT_AMOUNT');
    const day_cell = this.#cell(cells, 'day');
    const is_pending = isPending(day_cell);
    const { writing, today } = this.#options;
    const written = is_pending
      ? earlier(writing.last_day, today)
      : day_cell === undefined
        ? undefined
        : statementDay(day_cell, writing);
    if (written === undefined) return passed(this.#sumsUp(cells) ? 'TOTAL' : 'DAY_UNREADABLE');
    if (typeof found === 'string') return passed(found);
    const description = this.#description(cells);
    if (/^(?:saldo|balance|opening|closing|starting|ending) ?(?:awal|akhir|balance)?$/i.test(description))
      return passed('TOTAL');
    const { day, at } = is_pending
      ? { day: written, at: null }
      : momentOf(written, day_cell, this.#cell(cells, 'time'));
    if (day > today) return passed('DAY_AHEAD');
    const amount_idr = Math.floor(found.amount.sen / 100);
    if (amount_idr === 0) return passed('WITHOUT_AMOUNT');
    if (amount_idr > AMOUNT_MOST_IDR) return passed('AMOUNT_TOO_LARGE');
    const balance = amountInCell(this.#cell(cells, 'balance'));
    return {
      facts: {
        day,
        at,
        direction: found.direction,
        amount_idr,
        description,
        balance_idr: balance == null || is_pending ? null : balanceOf(balance),
        is_pending,
      },
      fault: null,
    };
  }

  /** null: there is none. */
  #amount(cells: readonly Cell[]): FoundAmount | StatementFault | null {
    const { credit, debit } = this.#indexes;
    if (credit.length > 0 || debit.length > 0) {
      const sides = [
        { direction: 'CREDIT' as const, amount: amountInCell(this.#cell(cells, 'credit')) },
        { direction: 'DEBIT' as const, amount: amountInCell(this.#cell(cells, 'debit')) },
      ];
      if (sides.some(({ amount }) => amount === undefined)) return 'AMOUNT_UNREADABLE';
      const filled = sides.flatMap(({ direction, amount }) =>
        amount == null || amount.sen === 0 ? [] : [{ direction, amount }],
      );
      if (filled.length > 1) return 'BOTH_SIDES';
      const [one] = filled;
      if (one !== undefined) return { amount: one.amount, direction: sideOf(one.direction, one.amount) };
      if (sides.some(({ amount }) => amount?.sen === 0) || this.#indexes.amount.length === 0) return null;
    }
    const amount = amountInCell(this.#cell(cells, 'amount'));
    if (amount === null) return null;
    if (amount === undefined) return 'AMOUNT_UNREADABLE';
    return { amount, direction: this.#directionOf(cells, amount) };
  }

  #directionOf(cells: readonly Cell[], amount: WrittenAmount): Direction | undefined {
    const { mark, sign } = amount;
    const said = mark ?? this.#directionIn(cells);
    if (said !== undefined) return sideOf(said, amount);
    if (sign !== undefined) return sign === '-' ? 'DEBIT' : 'CREDIT';
    // Where others have a minus, or DB, one that has nothing has come in.
    return this.#has_marks && !this.#has_directions ? 'CREDIT' : undefined;
  }

  /**
   * What a column of its own says; banks write it without a title behind the amount too. Whatever a column says that is known to
   * be another is none: a description may be DEBIT.
   */
  #directionIn(cells: readonly Cell[]): Direction | undefined {
    const own = this.#indexes.direction
      .map((index) => markOf(cells[index]))
      .find((mark) => mark !== undefined);
    const [amount] = this.#indexes.amount;
    if (own !== undefined || amount === undefined) return own;
    const beside = [amount + 1, amount - 1].filter((index) => !this.#known.has(index));
    return beside.map((index) => markOf(cells[index])).find((mark) => mark !== undefined);
  }

  #description(cells: readonly Cell[]): string {
    const parts = this.#indexes.description.map((index) => String(cells[index] ?? ''));
    const text = joined(parts);
    return text === '' ? joined(this.#indexes.reference.map((index) => String(cells[index] ?? ''))) : text;
  }

  /** Whether a row without a day is the sum of others, or says what the balance was. */
  #sumsUp(cells: readonly Cell[]): boolean {
    const texts = cells.filter(
      (cell) => typeof cell === 'string' && /\p{L}/u.test(cell) && markOf(cell) === undefined,
    );
    return texts.length === 0 || texts.some((text) => isTotal(text) || NO_TRANSACTION.test(String(text)));
  }
}

function passed(fault: StatementFault): { facts: null; fault: StatementFault } {
  return { facts: null, fault };
}

function textOf(cells: readonly Cell[]): string {
  const filled = cells.filter((cell) => cell !== '');
  return filled.join(' | ').slice(0, TEXT_CHARACTERS).toWellFormed();
}

/**
 * Rows that say no direction get that which the balances tell; one that says another than these is not believed. Where more are
 * contradicted than confirmed, none is: columns may be exchanged.
 */
function withDirections(rows: readonly ReadRow[]): StatementRow[] {
  const all = rows.flatMap(({ facts }) => facts ?? []);
  const by_balance = directionsByBalance(all);
  const said = all.flatMap(({ direction }, at) =>
    direction === undefined || by_balance[at] === undefined ? [] : [direction === by_balance[at]],
  );
  const is_believed = said.filter((agrees) => agrees).length * 2 >= said.length;
  let place = 0;
  return rows.map(({ facts, ...row }) => {
    if (facts === null) return { ...row, facts };
    const told = by_balance[place];
    place += 1;
    const direction = told ?? (is_believed ? facts.direction : undefined);
    if (direction === undefined) return { ...row, ...passed('DIRECTION_UNKNOWN') };
    if (facts.direction !== undefined && facts.direction !== direction)
      return { ...row, ...passed('BALANCE_CONTRADICTS') };
    return { ...row, facts: { ...facts, direction } };
  });
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** What is taken back stands on its side with a minus, and is on the other. */
function sideOf(side: Direction, { sign }: WrittenAmount): Direction {
  // Many write what went out with a minus among what went out.
  return side === 'CREDIT' && sign === '-' ? 'DEBIT' : side;
}

function balanceOf({ sen, sign, mark }: WrittenAmount): number {
  const whole = Math.floor(sen / 100);
  return sign === '-' || mark === 'DEBIT' ? 0 - whole : whole;
}

/** Parts of a description in one line, without those that another holds. */
function joined(parts: readonly string[]): string {
  const texts = parts
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && part !== '-');
  const own = texts.filter(
    (text, place) =>
      !texts.some(
        (other, at) =>
          at !== place && (other.length > text.length ? other.includes(text) : other === text && at < place),
      ),
  );
  return own.join(' ').slice(0, DESCRIPTION_CHARACTERS).toWellFormed().trim();
}
