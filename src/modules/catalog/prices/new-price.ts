import { RUPIAH_MAX } from '../../../kernel/http/input.ts';
import type { Rupiah } from '../../../kernel/money.ts';
import type { PriceField } from './price-fields.ts';

/** How a price becomes another. */
export interface PriceRule {
  price: PriceField;
  /** The price that it is made of; left out: itself. */
  base?: PriceField | undefined;
  change: 'SET' | 'RAISE' | 'LOWER';
  unit: 'RUPIAH' | 'PERCENT';
  amount: number;
  round_to: Rupiah;
  rounding: 'NEAREST' | 'UP' | 'DOWN';
}

/**
 * The new price of a variation, exact: it is reckoned in hundredths of a rupiah, and rounded once.
 * @returns undefined where there is nothing to raise or lower, or nothing would be left; a price of 0 means that it is not set
 */
export function newPrice(rule: PriceRule, prices: Readonly<Record<PriceField, Rupiah>>): Rupiah | undefined {
  if (rule.change === 'SET' && rule.base === undefined) return rule.amount;
  const basis = prices[rule.base ?? rule.price];
  if (basis === 0) return undefined;
  const by = rule.unit === 'PERCENT' ? basis * rule.amount : rule.amount * 100;
  const signs = { SET: 0, RAISE: 1, LOWER: -1 } as const;
  const made = rounded(basis * 100 + signs[rule.change] * by, rule);
  return made > 0 && made <= RUPIAH_MAX ? made : undefined;
}

/** A multiple of `round_to`; half of one is rounded up. */
function rounded(hundredths: number, { round_to, rounding }: PriceRule): Rupiah {
  const unit = BigInt(round_to) * 100n;
  const value = BigInt(hundredths);
  if (value <= 0n) return 0;
  const up = { NEAREST: unit / 2n, UP: unit - 1n, DOWN: 0n }[rounding];
  return Number(((value + up) / unit) * BigInt(round_to));
}
