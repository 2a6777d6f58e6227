import type { z } from 'zod';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { ordersOfToken } from '../../checkout/index.ts';
import { limitVisits, type StoreContext } from '../../storefront/index.ts';
import { invoiceLimits } from '../limits.ts';
import { printInvoice } from './print-invoice.ts';
import type { PrintOwnInvoiceInput } from './schemas.ts';

/**
 * The invoice of an order for its buyer, who has the secret token of the checkout.
 * @throws Refusal 404 if the store has no such checkout; 422 on `order_id` if the order is not one of it; 429 if a visitor
 *   asks very often
 */
export async function printOwnInvoice(
  context: StoreContext,
  { token, order_id, format }: z.output<typeof PrintOwnInvoiceInput>,
): Promise<FileAnswer> {
  limitVisits(context, 'invoices', invoiceLimits.own_invoices_per_minute);
  const orders = await ordersOfToken(context, token);
  const id = order_id === undefined ? orders[0] : orders.find((one) => one === order_id);
  if (id === undefined) throw new Refusal([idNotFound('order_id')]);
  return printInvoice(context, { id, format });
}
