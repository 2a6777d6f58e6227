import type { Language } from '../../kernel/language.ts';

/** An invoice of the platform to a shop. */
export interface BillingOrder {
  id: number;
  number: number;
  /** Its charge, as the gateway knows it. */
  key: string;
  user_id: number;
  state: 'WAITING' | 'OPEN' | 'PAID' | 'EXPIRED';
  amount_idr: number;
  received_idr: number;
  charge_id: string | null;
  payment_url: string | null;
  created_at: Date;
  expires_at: Date;
  paid_at: Date | null;
}

export interface BillingLine {
  name: string;
  months: number | null;
  credit: number | null;
  amount_idr: number;
}

/** INV-00007-5-220: the shop, who ordered, and a number of the shop's own. */
export function billingNumber(
  shop_id: number,
  { user_id, number }: Pick<BillingOrder, 'user_id' | 'number'>,
): string {
  return `INV-${String(shop_id).padStart(5, '0')}-${user_id}-${number}`;
}

/** As "Shopee Basic - 3 bulan". */
export function serviceText({ name, months, credit }: BillingLine, language: Language): string {
  return [
    name,
    ...(months === null ? [] : [termText(months, language)]),
    ...(credit === null ? [] : [`Credit ${credit}`]),
  ].join(' - ');
}

function termText(months: number, language: Language): string {
  const years = months / 12;
  if (language === 'id') return Number.isInteger(years) ? `${years} th` : `${months} bulan`;
  const [count, unit] = Number.isInteger(years) ? [years, 'year'] : [months, 'month'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** What clients are told of an order that waits, in whatever way. */
export function statusOf({ state }: Pick<BillingOrder, 'state'>): 'PENDING' | 'PAID' | 'EXPIRED' {
  return state === 'WAITING' || state === 'OPEN' ? 'PENDING' : state;
}
