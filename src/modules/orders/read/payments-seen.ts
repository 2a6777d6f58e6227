import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { may } from '../../../kernel/permissions.ts';

/*
 * What was paid of an order, and into which account, is told to whoever may see the shop's accounts. All see whether
 * it is paid: parcels leave by that.
 */
export function seesPayments({ actor }: Context): boolean {
  return may(actor.role, 'banks.read');
}

/** What is still to be paid in rupiah; null of whom it is not told. */
export function remainingAmount(
  context: Context,
  order: { total_idr: number; paid_idr: number },
): number | null {
  return seesPayments(context) ? order.total_idr - order.paid_idr : null;
}

/** @throws Refusal 403 where orders are asked for by the account that was paid into, of whoever may not see that */
export function checkPaymentFilters(context: Context, { bank_id }: { bank_id?: number | undefined }): void {
  refuseHiddenFields(context, 'banks.read', [{ field: 'bank_id', value: bank_id }]);
}
