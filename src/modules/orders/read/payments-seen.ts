import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { may } from '../../../kernel/permissions.ts';

/*
 * Amounts paid for an order, and the bank account, are visible to users who can see the accounts of the shop. All users
 * see whether an order is paid, because parcels leave accordingly.
 */
export function seesPayments({ actor }: Context): boolean {
  return may(actor.role, 'banks.read');
}

/** The remaining amount in rupiah; null for users who cannot see it. */
export function remainingAmount(
  context: Context,
  order: { total_idr: number; paid_idr: number },
): number | null {
  return seesPayments(context) ? order.total_idr - order.paid_idr : null;
}

/** @throws Refusal 403 if orders are filtered by bank account by a user who cannot see the accounts */
export function checkPaymentFilters(context: Context, { bank_id }: { bank_id?: number | undefined }): void {
  refuseHiddenFields(context, 'banks.read', [{ field: 'bank_id', value: bank_id }]);
}
