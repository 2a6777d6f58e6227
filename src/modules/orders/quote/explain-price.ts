import { errorText } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import type { ExplainedStep, PriceStep } from '../../pricing/index.ts';
import { hindranceFault, type Hindrance } from '../../promos/index.ts';

type Texts = Record<Language, string>;

/** Reasons in words; `{…}` is filled in from the step. */
const REASONS = {
  APPLIED: { en: 'applies', id: 'berlaku' },
  NORMAL_PRICE: {
    en: 'the normal price, because the category has no price of its own',
    id: 'harga normal, karena kategori ini tidak punya harga sendiri',
  },
  NO_ACCESS: { en: 'not available for category {category}', id: 'tidak berlaku untuk kategori {category}' },
  NO_STEP: { en: 'not available for {quantity} units', id: 'tidak berlaku untuk {quantity} pcs' },
  NOT_LOWER: {
    en: 'not lower than the price of category {category}',
    id: 'tidak lebih rendah dari harga kategori {category}',
  },
  WHOLESALE_INSTEAD: { en: 'the wholesale price is lower', id: 'harga grosir lebih rendah' },
  LINE_INSTEAD: { en: 'replaced by the discount of the line', id: 'digantikan diskon baris' },
  PROMO_INSTEAD: { en: 'replaced by the promo', id: 'digantikan promo' },
} as const satisfies Record<PriceStep['reason'], Texts>;

/** What the same reasons are called where another thing is meant. */
const OF_COUPON = {
  NOT_LOWER: {
    en: 'not higher than the discount the line already has',
    id: 'potongannya tidak lebih besar dari diskon baris ini',
  },
  PROMO_INSTEAD: { en: 'the line has another promo', id: 'baris ini memakai promo lain' },
} as const;

const OF_WHOLESALE = {
  APPLIED: { en: 'applies to the {quantity} units ordered', id: 'berlaku untuk {quantity} pcs yang dipesan' },
  NEXT: {
    en: 'the next step, which needs {missing} more units in addition to the {quantity} ordered',
    id: 'tingkat berikutnya, perlu {missing} pcs lagi selain {quantity} pcs yang dipesan',
  },
  BEYOND: {
    en: 'the last step, which ends below the {quantity} units ordered',
    id: 'tingkat terakhir, di bawah {quantity} pcs yang dipesan',
  },
} as const;

/** A rule that was looked at for a line, in words: which tier, step, discount or promo it is, and why it counts or not. */
export function explainStep(language: Language, step: ExplainedStep) {
  const { wholesale, promo } = step;
  return {
    rule: step.rule,
    applied: step.applied,
    amount: step.amount_idr,
    reason: step.reason,
    category_code: step.category_code ?? null,
    wholesale:
      wholesale === undefined
        ? null
        : { from: wholesale.from_quantity, to: wholesale.to_quantity, qty: wholesale.product_quantity },
    promo: promo ?? null,
    text: `${ruleText(step, language)}: ${reasonText(step, language)}`,
  };
}

function ruleText(step: ExplainedStep, language: Language): string {
  const { from_quantity = 0, to_quantity = 0 } = step.wholesale ?? {};
  const percentage = step.percentage === undefined ? '' : ` ${step.percentage}%`;
  const promo = step.promo?.name ?? '';
  return {
    TIER: {
      en: `Price of customer category ${step.category_code}`,
      id: `Harga kategori pelanggan ${step.category_code}`,
    },
    WHOLESALE: {
      en: `Wholesale price for ${from_quantity} to ${to_quantity} units`,
      id: `Harga grosir ${from_quantity} sampai ${to_quantity} pcs`,
    },
    PRODUCT_DISCOUNT: { en: 'Product discount', id: 'Diskon produk' },
    LINE_DISCOUNT: { en: `Line discount${percentage}`, id: `Diskon baris ini${percentage}` },
    PROMO: { en: `Promo "${promo}"`, id: `Promo "${promo}"` },
  }[step.rule][language];
}

function reasonText(step: ExplainedStep, language: Language): string {
  const texts = textsOf(step);
  if (texts === undefined) return errorText(hindranceFault(step.reason as Hindrance, 'promo_id'), language);
  const { from_quantity = 0, product_quantity = 0 } = step.wholesale ?? {};
  return texts[language]
    .replace('{category}', step.category_code ?? '')
    .replace('{quantity}', String(product_quantity))
    .replace('{missing}', String(from_quantity - product_quantity));
}

/** undefined: the order can not have the promo. */
function textsOf({ rule, reason, wholesale }: ExplainedStep): Texts | undefined {
  if (rule === 'PROMO' && (reason === 'NOT_LOWER' || reason === 'PROMO_INSTEAD')) return OF_COUPON[reason];
  if (wholesale !== undefined && reason === 'APPLIED') return OF_WHOLESALE.APPLIED;
  if (wholesale !== undefined && reason === 'NO_STEP')
    return wholesale.from_quantity > wholesale.product_quantity ? OF_WHOLESALE.NEXT : OF_WHOLESALE.BEYOND;
  return reason in REASONS ? REASONS[reason as PriceStep['reason']] : undefined;
}
