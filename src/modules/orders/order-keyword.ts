import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { phoneSearchDigits } from '../../kernel/phone.ts';
import type { ChosenOrders } from './schemas.ts';

/** What must hold for a keyword: of the order itself, or of its row in `order_texts as text`. */
export interface KeywordCondition {
  looks_at: 'order' | 'text';
  holds: Expression<SqlBool>;
}

/** Parts of the text, which a tab stands between; the first is the PO number. */
const NAMES = 2;
const PHONES = 3;
const AWB_NUMBERS = 4;
const GOODS = 5;
const SKUS = 6;

/** An invoice number, whose last part is the PO number. */
const INVOICE = /^inv\.\d{4}\.\d\d\.\d\d\.(\d{1,15})$/i;

/** How orders are found by a keyword: by a part of anything that search looks at, or of what the type says. */
export function keywordCondition(
  keyword: string,
  type: z.output<typeof ChosenOrders>['type'],
): KeywordCondition {
  const builder = expressionBuilder<DB, 'orders'>();
  const digits = phoneSearchDigits(keyword);
  switch (type) {
    case 'ORDER_ID': {
      if (!/^\d{1,15}$/.test(keyword)) return NOTHING;
      const number = Number(keyword);
      const holds = builder.or([builder('orders.po_number', '=', number), builder('orders.id', '=', number)]);
      return { looks_at: 'order', holds };
    }
    case 'CUSTOMER_NAME':
      return inPart(NAMES, keyword);
    case 'CUSTOMER_PHONE':
      return digits === undefined ? NOTHING : inPart(PHONES, digits);
    case 'AWB_NUMBER':
      return inPart(AWB_NUMBERS, keyword);
    case 'PRODUCT_NAME':
      return inPart(GOODS, keyword);
    case 'SKU':
      return inPart(SKUS, keyword);
    case 'SHOPEE_INVOICE':
    case 'SHIPPER_TRACKING':
      // No order comes from Shopee or Shipper: the installation is connected to neither.
      return NOTHING;
    case undefined: {
      const [, po_number] = INVOICE.exec(keyword.trim()) ?? [];
      if (po_number === undefined) return { looks_at: 'text', holds: anywhere(keyword, digits) };
      return { looks_at: 'order', holds: builder('orders.po_number', '=', Number(po_number)) };
    }
  }
}

const NOTHING: KeywordCondition = { looks_at: 'order', holds: sql.lit(false) };

/** The text itself, and as a phone number in the writing in which those are kept. */
function anywhere(keyword: string, phone_digits: string | undefined): Expression<SqlBool> {
  // The country code says nothing among Indonesian numbers, and makes each look-up longer.
  const digits = phone_digits?.replace(/^62(?=8\d{7})/, '');
  if (digits === undefined) return contains(keyword);
  // What holds "0812…" holds "812…" too; and no number has its plus.
  if (keyword.includes(digits) || keyword.startsWith('+')) return contains(digits);
  return sql<SqlBool>`(${contains(keyword)} or ${contains(digits)})`;
}

function inPart(part: number, keyword: string): KeywordCondition {
  // The index finds the whole text; the part is looked at in those that it finds.
  const holds = sql<SqlBool>`(${contains(keyword)}
    and split_part(text.search_text, ${'\t'}, ${sql.lit(part)}) like ${pattern(keyword)})`;
  return { looks_at: 'text', holds };
}

function contains(keyword: string): Expression<SqlBool> {
  return sql<SqlBool>`text.search_text like ${pattern(keyword)}`;
}

function pattern(keyword: string): string {
  return `%${keyword.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
