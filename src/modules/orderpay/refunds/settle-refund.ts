import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { emit } from '../../../kernel/outbox.ts';
import { balanceOf, credit, debit, transfer, type Leg } from '../../ledger/index.ts';
import { makeAvailable, untilNotOvertaken } from '../../payments/index.ts';
import { orderpayErrors } from '../errors.ts';
import { refundDueTo, type RefundDue } from './refunds-due.ts';
import type { SettledRefund, SettleRefundInput } from './schemas.ts';

type Input = z.output<typeof SettleRefundInput>;

/**
 * Settles all that is due to a customer of rejected orders: it becomes the customer's balance, or the shop has paid it. In
 * the second case what the platform holds of it is the shop's, and available.
 * @throws Refusal 404 if the shop has no such customer, 422 if nothing is due, or another amount than the one that was read
 */
export async function settleRefund(context: Context, input: Input): Promise<z.input<typeof SettledRefund>> {
  const { customer_id, method, note } = input;
  return context.transaction(async (inner) => {
    await refuseUnknown(inner, customer_id);
    let nominal = 0;
    await untilNotOvertaken(async () => {
      const due = await refundDueTo(inner, customer_id);
      nominal = due.due_idr;
      refuseOther(input, due);
      const outcome =
        method === 'BALANCE' ? await toBalance(inner, customer_id, due) : await paid(inner, customer_id, due);
      // Somebody was faster: it is seen what is left.
      return outcome === 'KNOWN' ? 'SHORT' : outcome;
    });
    await emit(inner, 'refund.settled', customer_id, { nominal_idr: nominal, method, note });
    return { customer_id, method, nominal };
  });
}

async function refuseUnknown({ db, shop }: Context, customer_id: number): Promise<void> {
  const customer = await db
    .selectFrom('customers')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', customer_id)
    .executeTakeFirst();
  if (customer === undefined) throw kernelErrors.refuse('not_found');
}

function refuseOther({ nominal }: Input, { due_idr }: RefundDue): void {
  if (due_idr === 0) throw orderpayErrors.refuse('refund_none');
  if (nominal !== undefined && nominal !== due_idr)
    throw orderpayErrors.refuseField('refund_changed', 'nominal', { due: rupiahText(due_idr) });
}

/** Twins see the same and have the same cause. */
const causeOf = (customer_id: number, { moves }: RefundDue) => `refund:${customer_id}:settled:${moves + 1}`;

/** What the platform holds of it stays held for the customer. */
function toBalance(context: Context, subject_id: number, due: RefundDue) {
  return transfer(context, {
    cause: causeOf(subject_id, due),
    kind: 'REFUND_SETTLED',
    legs: [
      debit('REFUNDS_DUE', due.due_idr, { subject_id }),
      credit('CUSTOMER_BALANCE', due.due_idr, { subject_id }),
    ],
  });
}

async function paid(context: Context, subject_id: number, due: RefundDue) {
  const { balance_idr } = await balanceOf(context, { kind: 'CUSTOMER_FUNDS', subject_id });
  const held_idr = Math.min(due.held_idr, balance_idr);
  const legs: Leg[] = [debit('REFUNDS_DUE', due.due_idr, { subject_id }), credit('OUTSIDE', due.due_idr)];
  if (held_idr > 0)
    legs.push(credit('CUSTOMER_FUNDS', held_idr, { subject_id }), debit('ORDERPAY_AVAILABLE', held_idr));
  const settled = { cause: causeOf(subject_id, due), kind: 'REFUND_SETTLED' as const, legs };
  return makeAvailable(context, settled, held_idr);
}
