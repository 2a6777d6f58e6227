import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { DB } from '../../../../kernel/database/schema.generated.ts';
import {
  isShortWord,
  likePart,
  likeWord,
  PIECE_LENGTH,
  textHolds,
  withoutAccents,
  wordsOf,
} from '../../../../kernel/database/text-search.ts';
import { phoneSearchDigits } from '../../../../kernel/phone.ts';
import type { ChosenOrders } from './schemas.ts';

/** What must hold for a keyword: of the order itself, or of its row in `order_texts as text`. */
export type KeywordCondition = { looks_at: 'order'; holds: Expression<SqlBool> } | TextCondition;

export interface TextCondition {
  looks_at: 'text';
  holds: Expression<SqlBool>;
  /** Signs alone have none. */
  pieces: readonly Piece[];
  /** Where all pieces hold, `holds` does. */
  is_whole: boolean;
}

/** What must hold where a keyword does, and can be looked up in the index of words by itself. */
export interface Piece {
  holds: Expression<SqlBool>;
  /** The same of three letters of it: of all that it has, the index would be asked one by one. */
  threes: readonly Expression<SqlBool>[];
}

/** The parts of the text, which a tab stands between; the first is the PO number. */
const PARTS = 6;
const NAMES = 2;
const PHONES = 3;
const AWB_NUMBERS = 4;
const GOODS = 5;
const SKUS = 6;

/** An invoice number, whose last part is the PO number, or this one with its mark. */
const PO_NUMBER = /^\s*(?:inv\.\d{4}\.\d\d\.\d\d\.|(?:po\s*)?#\s*|po\s*)(\d{1,15})\s*$/i;

export function isPoNumber(keyword: string): boolean {
  return PO_NUMBER.test(keyword);
}

/**
 * How orders are found by a keyword: each word of it is a part of anything that search looks at, or of what the type
 * says, in any order and writing.
 */
export function orderKeywordCondition(
  keyword: string,
  type: z.output<typeof ChosenOrders>['type'],
): KeywordCondition {
  const builder = expressionBuilder<DB, 'orders'>();
  switch (type) {
    case 'ORDER_ID': {
      const [, po_number] = PO_NUMBER.exec(keyword) ?? [];
      if (po_number !== undefined) return hasNumber(po_number);
      if (!/^\d{1,15}$/.test(keyword)) return NOTHING;
      const number = Number(keyword);
      const holds = builder.or([builder('orders.po_number', '=', number), builder('orders.id', '=', number)]);
      return { looks_at: 'order', holds };
    }
    case 'CUSTOMER_NAME':
      return words(keyword, NAMES);
    case 'CUSTOMER_PHONE': {
      const digits = phoneDigits(keyword);
      return digits === undefined ? NOTHING : found([likePart(digits)], PHONES);
    }
    case 'AWB_NUMBER':
      return eitherOf(words(keyword, AWB_NUMBERS), [codeWithoutMarks(keyword)], AWB_NUMBERS);
    case 'PRODUCT_NAME':
      return words(keyword, GOODS);
    case 'SKU':
      return words(keyword, SKUS);
    case 'SHOPEE_INVOICE':
    case 'SHIPPER_TRACKING':
      // No order comes from Shopee or Shipper: the installation is connected to neither.
      return NOTHING;
    case undefined: {
      const [, po_number] = PO_NUMBER.exec(keyword) ?? [];
      return po_number === undefined ? anywhere(keyword) : hasNumber(po_number);
    }
  }
}

function hasNumber(po_number: string): KeywordCondition {
  return { looks_at: 'order', holds: sql<SqlBool>`orders.po_number = ${Number(po_number)}` };
}

const NOTHING: KeywordCondition = { looks_at: 'order', holds: sql.lit(false) };

/** The words themselves, as a phone number in its stored notation, and as a code without its marks. */
function anywhere(keyword: string): KeywordCondition {
  const digits = phoneDigits(keyword);
  // A number of one or two digits is looked for where words begin, as words are.
  if (
    digits !== undefined &&
    !isShortWord(keyword.trim()) &&
    (keyword.includes(digits) || keyword.startsWith('+'))
  )
    // What holds "0812…" holds "812…" too; and no number has its plus.
    return found([likePart(digits)]);
  const others = [isShortWord(keyword.trim()) ? undefined : digits, codeWithoutMarks(keyword)];
  return eitherOf(words(keyword), others, undefined);
}

/** @param place the part of the text that must hold it; undefined: any */
function eitherOf(
  as_written: KeywordCondition,
  others: readonly (string | undefined)[],
  place: number | undefined,
): KeywordCondition {
  const patterns = [...new Set(others)].flatMap((other) => (other === undefined ? [] : [likePart(other)]));
  if (patterns.length === 0) return as_written;
  const holds = [as_written.holds, ...patterns.map((pattern) => textHolds(pattern, partOf(place)))];
  const either = sql<SqlBool>`(${sql.join(holds, sql` or `)})`;
  return { looks_at: 'text', holds: either, pieces: [{ holds: either, threes: [] }], is_whole: true };
}

/**
 * A code that is written in groups, as an AWB `JP-8507-716855` or a SKU, without the marks between them: texts hold both.
 * @returns undefined where the keyword is none
 */
export function codeWithoutMarks(keyword: string): string | undefined {
  const code = keyword.trim();
  if (!/^[\p{L}\p{N}]+(?:[-./]+[\p{L}\p{N}]+)+$/u.test(code)) return undefined;
  return (code.match(/\d/g)?.length ?? 0) >= CODE_DIGITS
    ? withoutAccents(code.replaceAll(/[-./]/g, ''))
    : undefined;
}

/** A word with a hyphen has fewer. */
const CODE_DIGITS = 5;

/** Digits to look for, where the keyword can be a part of a phone number. */
function phoneDigits(keyword: string): string | undefined {
  // The country code says nothing among Indonesian numbers, and makes each look-up longer.
  return phoneSearchDigits(keyword)?.replace(/^62(?=8\d{7})/, '');
}

/** @param place the part of the text that must hold the words; undefined: any */
function words(keyword: string, place?: number): KeywordCondition {
  return found(wordsOf(keyword).map(likeWord), place);
}

function found(patterns: readonly string[], place?: number): KeywordCondition {
  if (patterns.length === 0) return NOTHING;
  const at = partOf(place);
  const holds = patterns.map((pattern) => textHolds(pattern, at));
  const pieces = patterns.map(piecesOf);
  const is_whole = pieces.every(
    (alternatives, index) => alternatives.length === 1 && alternatives[0] === patterns[index],
  );
  return {
    looks_at: 'text',
    holds: sql<SqlBool>`(${sql.join(holds, sql` and `)})`,
    pieces: is_whole
      ? patterns.map((pattern) => ({ holds: textHolds(pattern, at), threes: threesOf(pattern) }))
      : pieces.flat().map((pattern) => ({ holds: textHolds(pattern), threes: [] })),
    is_whole,
  };
}

function partOf(place: number | undefined) {
  return place === undefined ? undefined : { part: place, parts: PARTS };
}

/** `%kaos-305%` in its pieces `%kaos-%` and `%-305%`; those that the index can't look up are left out. */
function piecesOf(pattern: string): string[] {
  const pieces = pattern.match(/[^\p{L}\p{N}]*[\p{L}\p{N}]+(?=[^\p{L}\p{N}]?)/gu) ?? [];
  return pieces.flatMap((piece, index) => {
    const run = piece.replace(/^%/, '');
    return index > 0 || run.startsWith(' ') || run.length >= PIECE_LENGTH ? [`%${run}%`] : [];
  });
}

/** `%aminah%` by its first and its last letters: `%ami%` and `%nah%`. */
function threesOf(pattern: string): Expression<SqlBool>[] {
  const [, letters = ''] = /^%(\p{L}+)%$/u.exec(pattern) ?? [];
  if (letters.length <= PIECE_LENGTH) return [];
  return [letters.slice(0, PIECE_LENGTH), letters.slice(-PIECE_LENGTH)].map((three) =>
    textHolds(`%${three}%`),
  );
}
