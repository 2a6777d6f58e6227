import { sql, type Expression, type SqlBool } from 'kysely';
import {
  likeWord,
  PIECE_LENGTH,
  textHolds,
  withoutAccents,
  wordsOf,
} from '../../kernel/database/text-search.ts';
import { phoneSearchDigits } from '../../kernel/phone.ts';

/** The parts of a customer's text, which a tab stands between. */
const PARTS = { NAME: 1, PHONE: 2, EMAIL: 3, ADDRESS: 4 } as const;

/**
 * What must hold of a customer's row in `customer_texts as text`: each word of the keyword is a part of anything that
 * search looks at, or of what the type says, in any order; a phone number in any writing.
 */
export function customerKeywordCondition(keyword: string, type?: keyof typeof PARTS): Expression<SqlBool> {
  const digits = phoneSearchDigits(keyword);
  if (type === 'PHONE') return digits === undefined ? sql.lit(false) : holds(digits, 'PHONE');
  if (type !== undefined) return all(wordsOf(keyword).map((word) => holds(word, type)));
  const words = all(wordsOf(keyword).map(anywhere));
  return digits === undefined ? words : any([words, holds(digits, 'PHONE')]);
}

/** A name as texts have it, in any letter case and with any accents. */
export function searchForm(text: string): string {
  return withoutAccents(text).toLowerCase();
}

/** The word, or as a part of a phone number what is stored of it. */
function anywhere(word: string): Expression<SqlBool> {
  const digits = phoneSearchDigits(word);
  const is_house_number = digits !== undefined && digits.length < PIECE_LENGTH && /^\d+$/.test(word);
  if (digits === undefined || is_house_number) return holds(word);
  // What holds "0812…" holds "812…" too.
  return word.includes(digits) ? holds(digits) : any([holds(word), holds(digits, 'PHONE')]);
}

function holds(word: string, place?: keyof typeof PARTS): Expression<SqlBool> {
  const parts = Object.keys(PARTS).length;
  return textHolds(likeWord(word), place && { part: PARTS[place], parts });
}

function all(conditions: Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function any(conditions: Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
