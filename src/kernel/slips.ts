/** Whether two words are equal except for one typing error, or two in long words. Short words must be equal. */
export function isSlipOf(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length);
  // "2 liter" is no slip of "1 liter".
  if (length < 4 || /\d/.test(word + other)) return false;
  return editDistance(word, other) <= (length >= 9 ? 2 : 1);
}

/** Whether a word is another one without its vowels: "brkn" is "broken". */
export function isWithoutVowels(word: string, other: string): boolean {
  return (
    /^[^aeiou\d]{3,}$/.test(word) && other.length > word.length && other.replaceAll(/[aeiou]/g, '') === word
  );
}

interface Word {
  text: string;
  /** A bit for each letter that is in it. */
  letters: number;
}

/** A set of words that finds the few of which a given word may be a misspelling, or an abbreviation without vowels. */
export class SlipIndex {
  readonly #written = new Set<string>();
  readonly #by_length = new Map<number, Word[]>();
  readonly #without_vowels = new Map<string, string[]>();

  add(word: string): void {
    if (this.#written.has(word)) return;
    this.#written.add(word);
    const alike = this.#by_length.get(word.length) ?? [];
    alike.push({ text: word, letters: lettersOf(word) });
    this.#by_length.set(word.length, alike);
    const bare = word.replaceAll(/[aeiou]/g, '');
    if (bare !== word && bare.length > 2)
      this.#without_vowels.set(bare, [...(this.#without_vowels.get(bare) ?? []), word]);
  }

  *slipsOf(word: string): Iterable<string> {
    const letters = lettersOf(word);
    for (let length = word.length - 2; length <= word.length + 2; length += 1)
      for (const other of this.#by_length.get(length) ?? [])
        // Each of two slips changes two letters at most.
        if (bitsIn(letters ^ other.letters) <= 4 && isSlipOf(word, other.text)) yield other.text;
    for (const other of this.#without_vowels.get(word) ?? []) if (isWithoutVowels(word, other)) yield other;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Letters to add, take out, change or swap with the next one; 3 stands for all that is more than 2. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before_last: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const is_same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (is_same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before_last[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before_last = last;
    last = row;
  }
  return Math.min(3, last[b.length] ?? 3);
}
