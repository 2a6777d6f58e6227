import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import {
  billingNumber,
  serviceText,
  statusOf,
  type BillingLine,
  type BillingOrder,
} from './billing-order.ts';
import type { Billing } from './schemas.ts';

/** Of the page of the gateway, on which the payer chooses. */
const PAYMENT_METHOD = 'Virtual Account / QRIS / E-Wallet';

/** An invoice as the reference shows it. */
export function presentBilling(
  { shop, language }: Context,
  order: BillingOrder & { lines: BillingLine[] },
): z.input<typeof Billing> {
  return {
    id: order.id,
    invoice: billingNumber(shop.id, order),
    invoice_url: order.payment_url ?? '',
    services: order.lines.map((line) => serviceText(line, language)),
    created_at: microseconds(order.created_at),
    payment_date: order.paid_at === null ? null : microseconds(order.paid_at),
    xendit_id: order.charge_id ?? '',
    status: statusOf(order),
    amount: order.amount_idr,
    received_amount: order.received_idr,
    payment_method: PAYMENT_METHOD,
    bank_image: null,
    expired_at: microseconds(order.expires_at),
  };
}

/** 2021-04-07T02:11:32.000000Z */
function microseconds(moment: Date): string {
  return moment.toISOString().replace('Z', '000Z');
}
