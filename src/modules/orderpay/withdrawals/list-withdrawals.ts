import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { errorText } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import type { ListWithdrawalsInput, Withdrawal } from './schemas.ts';

/** Withdrawals and what became of them, the newest first. */
export async function listWithdrawals(
  context: Context,
  input: z.output<typeof ListWithdrawalsInput>,
): Promise<Page<z.input<typeof Withdrawal>>> {
  const { shop, db } = context;
  const matching = db
    .selectFrom('withdrawals as w')
    .where('w.shop_id', '=', shop.id)
    .$if(input.state !== undefined, (query) => query.where('w.state', '=', input.state ?? 'PAID'));
  const rows = matching
    .select([
      'w.id',
      'w.state',
      'w.nominal_idr as nominal',
      'w.fee_idr as fee',
      'w.bank_name',
      'w.bank_code',
      'w.account_number',
      'w.holder_name',
      'w.problem',
      'w.created_at',
      'w.ended_at',
    ])
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id', 'desc');
  const at = (moment: Date) => dateTimeText(moment, shop.time_zone);
  return readPage(db, input, { matching, rows }, ({ problem, created_at, ended_at, ...row }) => ({
    ...row,
    problem:
      problem === null ? null : { code: problem, message: errorText({ code: problem }, context.language) },
    created_at: at(created_at),
    ended_at: ended_at === null ? null : at(ended_at),
  }));
}
