import { limits } from '../limits.ts';
import { takeTurns } from '../slices.ts';
import type { Cell } from './cells.ts';
import { sheetErrors } from './errors.ts';

const MEGABYTE = 1_048_576;

/**
 * Counts everything that is read of a file, whether or not it is returned, and refuses what exceeds `limits.sheet_*`;
 * yields to other requests in between.
 */
export class SheetReading {
  /** Name of the input field, for refusals. */
  readonly field: string;
  /** How many with content it may have, without the titles. */
  readonly #most_rows: number;
  #rows = 0;
  #rows_with_content = 0;
  #characters = 0;
  #used_ms = 0;
  #since = performance.now();

  constructor(field: string, most_rows: number = limits.sheet_rows) {
    this.field = field;
    this.#most_rows = most_rows;
  }

  tooLarge() {
    return sheetErrors.refuseField('sheet_too_large', this.field, {
      rows: this.#most_rows,
      columns: limits.sheet_columns,
      characters: limits.sheet_row_characters,
      megabytes: limits.sheet_content_bytes / MEGABYTE,
    });
  }

  /** To be called between steps of some milliseconds at most. @throws Refusal 422 where all took too long */
  pause(): Promise<void> | undefined {
    this.#used_ms += performance.now() - this.#since;
    if (this.#used_ms > limits.sheet_read_ms)
      throw sheetErrors.refuseField('sheet_slow', this.field, { seconds: limits.sheet_read_ms / 1_000 });
    const turn = takeTurns();
    this.resume();
    return turn?.then(() => this.resume());
  }

  /** Reading goes on: what the caller did with a row in between does not count. */
  resume(): void {
    this.#since = performance.now();
  }

  /** Counts texts that are held. @throws Refusal 422 */
  countCharacters(count: number): void {
    this.#characters += count;
    if (this.#characters > limits.sheet_characters) throw this.tooLarge();
  }

  /** Counts a row that was read, though it may be empty. @throws Refusal 422 */
  countRow(): void {
    this.#rows += 1;
    if (this.#rows > limits.sheet_rows_read) throw this.tooLarge();
  }

  /** Counts a row that is given, without empty cells at its end. @throws Refusal 422 */
  countContent(cells: readonly Cell[]): void {
    this.#rows_with_content += 1;
    if (this.#rows_with_content > this.#most_rows + 1 || cells.length > limits.sheet_columns)
      throw this.tooLarge();
    let characters = 0;
    for (const cell of cells) if (typeof cell === 'string') characters += cell.length;
    if (characters > limits.sheet_row_characters) throw this.tooLarge();
    this.countCharacters(characters);
  }
}
