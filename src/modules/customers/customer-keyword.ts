import { sql, type Expression, type SqlBool } from 'kysely';
import { phoneSearchDigits } from '../../kernel/phone.ts';

/** The parts of a customer's text, which a tab stands between. */
const PARTS = { NAME: 1, PHONE: 2, EMAIL: 3, ADDRESS: 4 } as const;

/** Shorter words are looked for where words begin: the index has no shorter pieces from inside words. */
const PIECE = 3;

/**
 * What must hold of a customer's row in `customer_texts as text`: each word of the keyword is a part of anything that
 * search looks at, or of what the type says, in any order; a phone number in any writing.
 */
export function keywordCondition(keyword: string, type?: keyof typeof PARTS): Expression<SqlBool> {
  const digits = phoneSearchDigits(keyword);
  if (type === 'PHONE') return digits === undefined ? sql.lit(false) : isLike(digits, PARTS.PHONE);
  if (type !== undefined) return all(wordsOf(keyword).map((word) => isLike(word, PARTS[type])));
  const words = all(wordsOf(keyword).map(anywhere));
  return digits === undefined ? words : any([words, isLike(digits, PARTS.PHONE)]);
}

/** A name as texts have it, in any letter case and with any accents. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
}

function wordsOf(keyword: string): string[] {
  return [...new Set(keyword.split(/\s+/).filter((word) => word !== ''))];
}

/** The word, or as a part of a phone number what is kept of it. */
function anywhere(word: string): Expression<SqlBool> {
  const digits = phoneSearchDigits(word);
  const is_house_number = digits !== undefined && digits.length < PIECE && /^\d+$/.test(word);
  if (digits === undefined || is_house_number) return isLike(word);
  // What holds "0812…" holds "812…" too.
  return word.includes(digits) ? isLike(digits) : any([isLike(word), isLike(digits, PARTS.PHONE)]);
}

function isLike(word: string, place?: number): Expression<SqlBool> {
  const form = searchForm(word);
  const is_short = form.length < PIECE && /[\p{L}\p{N}]/u.test(form);
  const part = `%${is_short ? ' ' : ''}${form.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  // What is looked for has no tab, so those that stand before it and behind it tell its place.
  const parts = Object.keys(PARTS).length;
  const placed =
    place === undefined ? part : `${'%\t'.repeat(place - 1)}${part}${'\t%'.repeat(parts - place)}`;
  return sql<SqlBool>`text.search_text like ${placed}`;
}

function all(conditions: Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function any(conditions: Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
