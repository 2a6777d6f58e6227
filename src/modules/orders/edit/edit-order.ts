import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { OrderReference } from '../schemas.ts';
import { onInputLines } from './edit-request.ts';
import type { Edit, EditInput } from './edit.ts';
import { loadEdit } from './load-edit.ts';
import { planEdit, type PlannedEdit } from './plan-edit.ts';
import { refuseUntold } from './refuse-untold.ts';
import { storeEdit } from './store-edit.ts';

/**
 * Edits an order, all or nothing. Omitted fields do not change, and payments are preserved. Stock moves by the
 * difference. If lines, customer and promos do not change, the lines keep their prices; otherwise all lines are priced
 * again. People and places that do not change stay as they were when the order was created. Promos of the order stay
 * with their lines even after they have ended; one that the edited order cannot have is dropped.
 * @throws Refusal 403 if the cost of goods is given by a role that cannot see it; 404 if the shop has no such order; 409
 *   if it has changed since the version that the input names; 422
 *   if it is not active, if products or receiver change although the parcel has been shipped, if what a vendor was told of a
 *   booked parcel changes, if the total would be
 *   lower than what is paid, if stock is short, or if the edited order could not be placed
 */
export async function editOrder(context: Context, input: EditInput): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const edit = await loadEdit(inner, input);
    await editLocked(inner, edit);
    const { id: order_id, po_number } = edit.current.order;
    return { order_id, po_number };
  });
}

/** Plans and stores an edit whose order is locked. @throws Refusal 422, as `editOrder` */
export async function editLocked(context: Context, edit: Edit): Promise<PlannedEdit> {
  return onInputLines(edit.requested, async () => {
    const plan = planEdit(edit);
    await refuseUntold(context, edit, plan);
    await storeEdit(context, edit, plan);
    return plan;
  });
}
