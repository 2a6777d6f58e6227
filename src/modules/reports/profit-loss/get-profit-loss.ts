import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { ProfitLossInput, ProfitLossStatement } from '../schemas.ts';
import { loadProfitLoss } from './load-profit-loss.ts';

/** Profit and loss of a period, line by line. */
export async function getProfitLoss(
  context: Context,
  input: z.output<typeof ProfitLossInput>,
): Promise<z.input<typeof ProfitLossStatement>> {
  const { periods, lines } = await loadProfitLoss(context, input);
  const [now, before, last_year] = periods.map(({ from, to }) => ({ start_date: from, end_date: to }));
  return {
    ...now!,
    before: before!,
    last_year: last_year!,
    lines: lines.map(({ key, title, is_sum, amounts }) => ({
      key,
      title: title[context.language],
      is_sum,
      nominal: amounts[0],
      before: amounts[1],
      last_year: amounts[2],
    })),
  };
}
