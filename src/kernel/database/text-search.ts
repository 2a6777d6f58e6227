import { sql, type Expression, type SqlBool } from 'kysely';

/*
 * Texts that are searched by parts of words: a row's `search_text` has its words in lower case and without accents,
 * in parts that a tab stands between, and an index of all its pieces of three signs.
 */

/** Shorter words are looked for where words begin: the index has no shorter pieces from inside words. */
export const PIECE_LENGTH = 3;

/** As texts have it: without accents. The letter case is taken off by `textHolds`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '');
}

/** The words of a keyword, each once. */
export function wordsOf(keyword: string): string[] {
  return [
    ...new Set(
      withoutAccents(keyword)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** Whether a word is looked for where words begin: signs alone are not. */
export function isShortWord(word: string): boolean {
  return word.length < PIECE_LENGTH && /[\p{L}\p{N}]/u.test(word);
}

/** What a text that holds the word is like; a short word where words begin. */
export function likeWord(word: string): string {
  return likePart(isShortWord(word) ? ` ${word}` : word);
}

/** What a text that holds the part is like, anywhere. */
export function likePart(part: string): string {
  return `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/**
 * That the row `text` holds what is like the pattern, in any letter case.
 * @param place the part of the text that must hold it, from 1, and how many parts there are; undefined: any
 */
export function textHolds(pattern: string, place?: { part: number; parts: number }): Expression<SqlBool> {
  // The keyword has no tab, so the tabs before and after it give its position.
  const placed =
    place === undefined
      ? pattern
      : `${'%\t'.repeat(place.part - 1)}${pattern}${'\t%'.repeat(place.parts - place.part)}`;
  return sql<SqlBool>`text.search_text like lower(${placed})`;
}
