import { limits } from '../../../kernel/limits.ts';

/**
 * The words of a keyword as search sees them: without accents, width and doubles; case is left to the database.
 * Every sign but the blank is part of a word.
 */
export function keywordWords(keyword: string): string[] {
  const words = keyword
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, limits.keyword_words);
}

/** Shorter words are one slip away from too many others. */
const SHORTEST = 4;
/** In longer ones, as in SKUs pasted with more, a slip is not looked for. */
const LONGEST = 24;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const SIGNS = LETTERS.concat(Array.from('0123456789-'));

/** Whether a word can be part of a name, that is, has letters only; others are treated as SKUs. */
export function isOfLetters(word: string): boolean {
  return /^\p{L}+$/u.test(word);
}

/**
 * All spellings that differ from a word by one typing error, in lower case: a character missing, added, wrong, or
 * swapped with its neighbour. None for words that are too short or too long.
 */
export function oneSlipFrom(word: string): string[] {
  const signs = Array.from(word.toLowerCase());
  if (signs.length < SHORTEST || signs.length > LONGEST) return [];
  const alphabet = isOfLetters(word) ? LETTERS : SIGNS;
  const writings = new Set<string>();
  for (let at = 0; at <= signs.length; at += 1) {
    const before = signs.slice(0, at).join('');
    const after = signs.slice(at).join('');
    const behind = signs.slice(at + 1).join('');
    for (const sign of alphabet) {
      writings.add(before + sign + after);
      if (at < signs.length) writings.add(before + sign + behind);
    }
    if (at < signs.length) writings.add(before + behind);
    if (at + 1 < signs.length)
      writings.add(before + signs[at + 1] + signs[at] + signs.slice(at + 2).join(''));
  }
  writings.delete(signs.join(''));
  return [...writings];
}
