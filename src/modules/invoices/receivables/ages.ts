/** The ages of what is owed, from the youngest: the fewest and the most days since the order's date; null: any. */
const AGES = {
  not_due: [null, -1],
  days_0_7: [0, 7],
  days_8_30: [8, 30],
  days_31_60: [31, 60],
  days_61_90: [61, 90],
  over_90: [91, null],
} as const satisfies Record<string, readonly [number | null, number | null]>;

export type Age = keyof typeof AGES;

/** Amounts by age. */
export type Ageing = Record<Age, number>;

export const AGE_NAMES = Object.keys(AGES) as Age[];

/** The amounts by age alone, of a row that has them among others. */
export function ageingOf(row: Ageing): Ageing {
  return Object.fromEntries(AGE_NAMES.map((name) => [name, row[name]])) as Ageing;
}

/**
 * SQL of the sums of an amount by age, each a column of that name.
 * @param amount SQL of the amount
 * @param order_date SQL of the day of the order
 * @param day SQL of the day on which it is so old
 */
export function agedSumsSql(amount: string, order_date: string, day: string): string {
  return AGE_NAMES.map((name) => {
    const [fewest, most] = AGES[name];
    const bounds = [
      ...(fewest === null ? [] : [`${order_date} <= ${day} - ${fewest}`]),
      ...(most === null ? [] : [`${order_date} >= ${day} - ${most}`]),
    ];
    return `coalesce(sum(${amount}) filter (where ${bounds.join(' and ')}), 0)::bigint as ${name}`;
  }).join(', ');
}
