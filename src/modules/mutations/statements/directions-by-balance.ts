import type { Direction } from './amount-in-cell.ts';

/** What tells the direction of an amount: the balance after it, and that beside it. */
interface Balanced {
  amount_idr: number;
  balance_idr: number | null;
  /** What the row says itself. */
  direction?: Direction | undefined;
}

/**
 * The direction of each amount by what it did to the balance, of a list from the oldest on or from the newest on: the order in
 * which more of them are told, and of two that tell as many the one that what rows say agrees with.
 * @returns undefined for those that the balances do not tell
 */
export function directionsByBalance(rows: readonly Balanced[]): (Direction | undefined)[] {
  const [oldest_first, newest_first] = [-1, 1].map((before) =>
    rows.map((row, place) => directionOf(row, rows[place + before])),
  ) as [(Direction | undefined)[], (Direction | undefined)[]];
  const more = told(newest_first) - told(oldest_first);
  return (more === 0 ? agreeing(newest_first, rows) - agreeing(oldest_first, rows) : more) > 0
    ? newest_first
    : oldest_first;
}

function told(directions: readonly (Direction | undefined)[]): number {
  return directions.filter((direction) => direction !== undefined).length;
}

function agreeing(directions: readonly (Direction | undefined)[], rows: readonly Balanced[]): number {
  return directions.filter(
    (direction, place) => direction !== undefined && direction === rows[place]?.direction,
  ).length;
}

function directionOf(
  { amount_idr, balance_idr }: Balanced,
  before: Balanced | undefined,
): Direction | undefined {
  if (balance_idr === null || before?.balance_idr == null) return undefined;
  const change = balance_idr - before.balance_idr;
  // Both are without what is behind the comma.
  if (Math.abs(change - amount_idr) <= 1) return 'CREDIT';
  return Math.abs(change + amount_idr) <= 1 ? 'DEBIT' : undefined;
}
