import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { OrderReference } from '../schemas.ts';
import { onInputLines } from './edit-request.ts';
import type { EditInput } from './edit.ts';
import { loadEdit } from './load-edit.ts';
import { planEdit } from './plan-edit.ts';
import { refuseUntold } from './refuse-untold.ts';
import { storeEdit } from './store-edit.ts';

/**
 * Edits an order, all or nothing. Omitted fields do not change, and payments are preserved. Stock moves by the
 * difference. If lines, customer and promos do not change, the lines keep their prices; otherwise all lines are priced
 * again. People and places that do not change stay as they were when the order was created. Promos of the order stay
 * with their lines even after they have ended; one that the edited order cannot have is dropped.
 * @throws Refusal 403 if the cost of goods is given by a role that cannot see it; 404 if the shop has no such order; 422
 *   if it is not active, if products or receiver change although the parcel has been shipped, if what a vendor was told of a
 *   booked parcel changes, if the total would be
 *   lower than what is paid, if stock is short, or if the edited order could not be placed
 */
export async function editOrder(context: Context, input: EditInput): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const edit = await loadEdit(inner, input);
    await onInputLines(edit.requested, async () => {
      const plan = planEdit(edit);
      await refuseUntold(inner, edit, plan);
      await storeEdit(inner, edit, plan);
    });
    const { id: order_id, po_number } = edit.current.order;
    return { order_id, po_number };
  });
}
