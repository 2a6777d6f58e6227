import { addDays, addMonths, daysBetween } from '../../kernel/calendar.ts';

/** What a shop has of a class: its days are yyyy-mm-dd. */
export interface Term {
  package: string;
  /** The last day; null: without end. */
  ends_on: string | null;
  /** null: not counted. */
  credit: number | null;
}

/** What of a package decides how long it runs. */
export interface TermOffer {
  code: string;
  months: number | null;
  credit: number | null;
  price_idr: number;
}

/** By which days of packages of different lengths are compared. */
const DAYS_OF_MONTH = 30;

/**
 * What a shop has of a class after it has bought a package. Pure. The same package again goes on where the one before
 * ends. In place of another one it begins today, and the days that are left of that one become as many days as they are worth at the
 * prices of now. Credit is added up.
 * @param old what the shop has had, and its package where that is still sold
 */
export function nextTerm(
  old: (Term & { offer: TermOffer | undefined }) | undefined,
  bought: TermOffer,
  today: string,
): Term {
  const credit = bought.credit === null ? null : (old?.credit ?? 0) + bought.credit;
  return { package: bought.code, ends_on: endOf(old, bought, today), credit };
}

function endOf(
  old: (Term & { offer: TermOffer | undefined }) | undefined,
  bought: TermOffer,
  today: string,
): string | null {
  const is_same = old?.package === bought.code;
  if (bought.months === null || (is_same && old.ends_on === null)) return is_same ? old.ends_on : null;
  const yesterday = addDays(today, -1);
  const runs = old !== undefined && old.ends_on !== null && old.ends_on >= today;
  if (is_same && runs) return addMonths(old.ends_on ?? yesterday, bought.months);
  const left = runs ? daysBetween(yesterday, old.ends_on ?? yesterday) : 0;
  return addDays(addMonths(yesterday, bought.months), worthOf(left, old?.offer, bought));
}

/** How many days of the new package the days that are left of the old one are worth. */
function worthOf(days: number, old: TermOffer | undefined, bought: TermOffer): number {
  if (old === undefined || old.months === null || bought.months === null) return 0;
  const [old_days, new_days] = [old.months * DAYS_OF_MONTH, bought.months * DAYS_OF_MONTH];
  return Math.floor((days * old.price_idr * new_days) / (old_days * bought.price_idr));
}
