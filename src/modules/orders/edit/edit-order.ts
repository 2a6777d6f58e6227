import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { OrderReference } from '../schemas.ts';
import { onInputLines } from './edit-request.ts';
import type { EditInput } from './edit.ts';
import { loadEdit } from './load-edit.ts';
import { planEdit } from './plan-edit.ts';
import { storeEdit } from './store-edit.ts';

/**
 * Changes an order as a whole, all or nothing: what is not said stays, and what was paid stays paid. Its stock moves
 * by the difference. Lines, customer and promos that are not touched keep the prices of their day; else all lines
 * are priced anew. People and places that are not changed stay as they were when the order was made. Promos that
 * the order has stay with their lines even when they have ended; one that the order as it is now can not have is
 * dropped.
 * @throws Refusal 403 for the cost of the goods, of a role that may not see it; 404 where the shop has no such order;
 * 422 where it is not active, its parcel has left and goods or people are to change, less would be owed than is paid,
 * stock is short, or what is requested could not be ordered
 */
export async function editOrder(context: Context, input: EditInput): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const edit = await loadEdit(inner, input);
    await onInputLines(edit.requested, () => storeEdit(inner, edit, planEdit(edit)));
    const { id: order_id, po_number } = edit.current.order;
    return { order_id, po_number };
  });
}
