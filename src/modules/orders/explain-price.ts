import type { Language } from '../../kernel/language.ts';
import type { PriceStep } from '../pricing/index.ts';

const RULES = {
  TIER: { en: "Price of the customer's category", id: 'Harga kategori pelanggan' },
  WHOLESALE: { en: 'Wholesale price', id: 'Harga grosir' },
  PRODUCT_DISCOUNT: { en: 'Discount of the product', id: 'Diskon produk' },
  LINE_DISCOUNT: { en: 'Discount given on this line', id: 'Diskon baris ini' },
  PROMO: { en: 'Promo', id: 'Promo' },
} as const satisfies Record<PriceStep['rule'], Record<Language, string>>;

const REASONS = {
  APPLIED: { en: 'applies', id: 'berlaku' },
  NORMAL_PRICE: {
    en: 'the normal price, as the category has none of its own',
    id: 'harga normal, karena kategori ini tidak punya harga sendiri',
  },
  NO_ACCESS: { en: 'not for this category', id: 'tidak untuk kategori ini' },
  NO_STEP: { en: 'not for this quantity', id: 'tidak untuk jumlah ini' },
  NOT_LOWER: { en: "not lower than the category's price", id: 'tidak lebih rendah dari harga kategori' },
  WHOLESALE_INSTEAD: { en: 'the wholesale price is lower', id: 'harga grosir lebih rendah' },
  LINE_INSTEAD: { en: 'the discount of the line takes its place', id: 'digantikan diskon baris' },
  PROMO_INSTEAD: { en: 'the promo takes its place', id: 'digantikan promo' },
} as const satisfies Record<PriceStep['reason'], Record<Language, string>>;

/** A rule that was looked at for a line, in words. */
export function explainStep(language: Language, step: PriceStep) {
  return {
    rule: step.rule,
    applied: step.applied,
    amount: step.amount_idr,
    reason: step.reason,
    text: `${RULES[step.rule][language]}: ${REASONS[step.reason][language]}`,
  };
}
