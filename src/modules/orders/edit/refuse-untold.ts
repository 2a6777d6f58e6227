import type { Context } from '../../../kernel/context.ts';
import { isToldToVendor, refuseBooked } from '../booked-shipments.ts';
import { lineRows, orderRow } from '../place/order-rows.ts';
import type { Edit, StoredLine } from './edit.ts';
import type { PlannedEdit } from './plan-edit.ts';

/**
 * A vendor with which a parcel is booked is told of it once: what it was told stays, as long as the booking does.
 * @throws Refusal 422 with every field that would change of it
 */
export async function refuseUntold(context: Context, edit: Edit, plan: PlannedEdit): Promise<void> {
  const fields = toldFields(edit, plan);
  if (fields.length > 0) await refuseBooked(context, edit.current.order, fields, isToldToVendor);
}

/** The fields of the input that change what vendors are told of a parcel. */
function toldFields({ current }: Edit, plan: PlannedEdit): string[] {
  const before = current.order;
  const after = orderRow(plan.order);
  const collected = (order: { is_cod: boolean; total_idr: number }, paid_idr: number) =>
    order.is_cod ? order.total_idr - paid_idr : undefined;
  const paid_idr = before.paid_idr + (plan.payment?.amount_idr ?? 0);
  const is_changed = {
    expedition: after.courier_service_id !== before.courier_service_id,
    customer_sender_id: after.sender_id !== before.sender_id,
    customer_receiver_id: after.receiver_id !== before.receiver_id,
    supplier_id: after.supplier_id !== before.supplier_id,
    products: plan.lines !== undefined && toldOf(lineRows(plan.lines)) !== toldOf(current.lines),
    order_cost: after.insurance_idr > 0 !== before.insurance_idr > 0,
    is_cod: collected(after, paid_idr) !== collected(before, before.paid_idr),
  };
  return Object.entries(is_changed).flatMap(([field, is]) => (is ? [field] : []));
}

type ToldLine = Pick<StoredLine, 'variation_id' | 'quantity' | 'price_idr' | 'discount_idr' | 'weight_grams'>;

/** Lines as vendors are told of them, in whatever sequence. */
function toldOf(lines: readonly ToldLine[]): string {
  return lines
    .map(({ variation_id, quantity, price_idr, discount_idr, weight_grams }) =>
      [variation_id, quantity, price_idr - discount_idr, weight_grams].join(' '),
    )
    .toSorted()
    .join('\n');
}
