import { takeTurns } from '../../kernel/slices.ts';
import type { Line } from './read/plain-text.ts';
import { isCourtesy } from './words/vocabulary.ts';

/** What an answer holds of a text, as it is written there. */
export interface Taken {
  line: number;
  text: string;
  /** What isn't found in its own line is sought in the others. */
  is_of_several?: boolean;
}

interface Word {
  written: string;
  at: number;
  end: number;
  is_taken: boolean;
}

/** The words of a line, or of the parts of a long one, and where each of them stands first free. */
interface Row {
  words: Word[];
  places: Map<string, number[]>;
}

/**
 * What of a text no field, no candidate, no label and nothing in `unread` holds, but courtesy. Each occurrence of a word
 * counts for itself: what is taken twice is missing once if it stands there three times. Yields between steps.
 */
export async function leftOver(lines: readonly Line[], taken: readonly Taken[]): Promise<Taken[]> {
  const parts = lines.map(({ number, text }) => ({ number, text, words: wordsOf(text) }));
  const rows = new Map<number, Row>();
  for (const { number, words } of parts) addTo(rows, number, words);
  const elsewhere = new Map<string, number>();
  // What is longest first: a word alone takes none out of the midst of others.
  for (const { line, text, is_of_several } of taken.toSorted((a, b) => b.text.length - a.text.length)) {
    await takeTurns();
    const missing = take(wordsOf(text), rows.get(line) ?? { words: [], places: new Map() });
    if (is_of_several !== true) continue;
    for (const word of missing) elsewhere.set(word, (elsewhere.get(word) ?? 0) + 1);
  }
  for (const word of parts.flatMap(({ words }) => words)) {
    const count = word.is_taken ? 0 : (elsewhere.get(word.written) ?? 0);
    if (count === 0) continue;
    word.is_taken = true;
    elsewhere.set(word.written, count - 1);
  }
  return parts.flatMap(({ number, text, words }) =>
    restsOf(text, words).map((rest) => ({ line: number, text: rest })),
  );
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    written: word.toLowerCase(),
    at: index,
    end: index + word.length,
    is_taken: false,
  }));
}

function addTo(rows: Map<number, Row>, number: number, words: readonly Word[]): void {
  const row = rows.get(number) ?? { words: [], places: new Map<string, number[]>() };
  rows.set(number, row);
  for (const word of words) {
    const places = row.places.get(word.written) ?? [];
    row.places.set(word.written, places);
    places.push(row.words.length);
    row.words.push(word);
  }
}

/** Marks the words of a part in its line, as a row where they stand so; returns those that aren't there. */
function take(part: readonly Word[], { words, places }: Row): string[] {
  const free = (written: string) => (places.get(written) ?? []).filter((at) => words[at]?.is_taken === false);
  const isAt = (at: number, { written }: Word) =>
    words[at]?.is_taken === false && words[at].written === written;
  const [first] = part;
  const whole =
    first === undefined
      ? undefined
      : free(first.written).find((at) => part.every((word, step) => isAt(at + step, word)));
  let next = whole ?? 0;
  return part.flatMap((word) => {
    const standing = isAt(next, word) ? [next] : free(word.written);
    const at = standing.find((place) => place >= next) ?? standing[0];
    if (at === undefined) return [word.written];
    (words[at] as Word).is_taken = true;
    next = at + 1;
    return [];
  });
}

/** The rows of words of a line that nothing took; courtesy alone is none. */
function restsOf(line: string, words: readonly Word[]): string[] {
  const rests: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (words[from]?.is_taken !== false) continue;
    let to = from;
    while (words[to + 1]?.is_taken === false) to += 1;
    const row = words.slice(from, to + 1);
    if (row.some(({ written, at }) => !isCourtesy(written, line.slice(0, at))))
      rests.push(withBrackets(line, row));
    from = to;
  }
  return rests;
}

/** A row of words as it is written, with the brackets around it. */
function withBrackets(line: string, row: readonly Word[]): string {
  const [from, to] = [(row[0] as Word).at, (row.at(-1) as Word).end];
  const opens = line.slice(0, from).search(/[([]\s*$/u);
  const [closes = ''] = /^\s*[)\]]/u.exec(line.slice(to)) ?? [];
  return line.slice(opens === -1 ? from : opens, to + closes.length);
}
