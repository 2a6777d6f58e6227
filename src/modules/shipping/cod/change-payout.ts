import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { codErrors } from './errors.ts';
import { getPayout } from './get-payout.ts';
import { lockCounter } from './lock-counter.ts';
import { lockPayout, refuseUnknownBank, setPayout } from './payout-state.ts';
import { processPayout } from './process-payout.ts';
import type { PayoutDetail, PayoutIdInput, WithdrawPayoutInput } from './schemas.ts';

type Detail = z.input<typeof PayoutDetail>;

/**
 * Applies a payout file that was previewed. Done again, it changes nothing.
 * @throws Refusal 404 if it does not belong to the shop; 409 if it was undone
 */
export function applyPayout(context: Context, { id }: z.output<typeof PayoutIdInput>): Promise<Detail> {
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    const payout = await lockPayout(inner, id);
    if (payout.status === 'UNDOING' || payout.status === 'UNDONE')
      throw codErrors.refuse('payout_status', { status: payout.status });
    if (payout.status === 'READY') {
      await setPayout(inner, id, { status: 'APPLYING' });
      await processPayout(inner, payout, 'APPLY');
    }
    return getPayout(inner, { id });
  });
}

/**
 * Undoes a payout: what it settled is open again, and the payments of orders that it recorded are removed. Done again, it
 * changes nothing.
 * @throws Refusal 404 if it does not belong to the shop; 409 while it is being applied
 */
export function undoPayout(context: Context, { id }: z.output<typeof PayoutIdInput>): Promise<Detail> {
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    const payout = await lockPayout(inner, id);
    if (payout.status === 'APPLYING') throw codErrors.refuse('payout_status', { status: payout.status });
    if (payout.status === 'READY' || payout.status === 'APPLIED') {
      await setPayout(inner, id, { status: 'UNDOING' });
      await processPayout(inner, payout, 'UNDO');
    }
    return getPayout(inner, { id });
  });
}

/**
 * Records that money which the vendor kept has come in at a bank account: the orders are paid by it.
 * @throws Refusal 404 if it does not belong to the shop; 409 if it is not applied; 422 if the money is on a bank account
 *   already, or the shop has no such bank account
 */
export function withdrawPayout(
  context: Context,
  { id, bank_id, date }: z.output<typeof WithdrawPayoutInput>,
): Promise<Detail> {
  return context.transaction(async (inner) => {
    await lockCounter(inner);
    const payout = await lockPayout(inner, id);
    await refuseUnknownBank(inner, bank_id);
    if (payout.status !== 'APPLIED') throw codErrors.refuse('payout_status', { status: payout.status });
    if (payout.bank_account_id !== null) throw codErrors.refuseField('payout_in_bank', 'id');
    await setPayout(inner, id, { bank_account_id: bank_id, withdrawn_on: date });
    await processPayout(inner, payout, 'WITHDRAW');
    return getPayout(inner, { id });
  });
}
