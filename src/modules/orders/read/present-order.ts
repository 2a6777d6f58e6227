import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { may } from '../../../kernel/permissions.ts';
import { marketplaceName } from '../../reference/index.ts';
import { remainingAmount } from './payments-seen.ts';
import type { OrderDetails } from './record-schemas.ts';
import type { OrderDetail } from './schemas.ts';

/** What of an order's row every answer shows. */
interface OrderColumns {
  id: number;
  po_number: number;
  order_date: string;
  total_idr: number;
  note: string;
  order_progress_status: string;
  order_status: string;
  order_category: string;
  payment_status: string;
  paid_on: string | null;
}

/** What the lists and the detail show besides. */
interface ShownColumns extends OrderColumns {
  paid_idr: number;
  rate_name: string;
  logistic_name: string;
  charges_idr: number;
  insurance_idr: number;
  marketplace_id: number | null;
  source_note: string | null;
  created_by_name: string | null;
  updated_by_name: string | null;
  created_at: Date;
  updated_at: Date;
  awb_number: string | null;
}

/** What every answer says of an order, but for its moments. */
export function presentOrder(context: Context, row: OrderColumns) {
  return {
    order_id: row.id,
    po_number: row.po_number,
    shop_id: context.shop.id,
    order_date: row.order_date,
    total_amount: row.total_idr,
    note: row.note,
    order_progress_status: row.order_progress_status,
    order_status: row.order_status,
    order_category: row.order_category,
    payment_status: row.payment_status,
    payment_date: row.paid_on,
    shopee: null,
  } satisfies Partial<z.input<typeof OrderDetails>>;
}

/** What the lists and the detail say of an order. */
export function presentShown(context: Context, row: ShownColumns) {
  const { time_zone } = context.shop;
  return {
    ...presentOrder(context, row),
    invoice: invoiceNumber(row.order_date, row.po_number),
    remaining_amount: remainingAmount(context, row),
    shipping_rate: row.rate_name,
    shipping_logistic: row.logistic_name,
    order_source: orderSourceText(row),
    other_cost_amount: row.charges_idr + row.insurance_idr,
    created_by_name: row.created_by_name,
    created_at: dateTimeText(row.created_at, time_zone),
    updated_by_name: row.updated_by_name,
    updated_at: dateTimeText(row.updated_at, time_zone),
    awb_number: row.awb_number,
  } satisfies Partial<z.input<typeof OrderDetail>>;
}

/** A cost of goods; null for users who cannot see it. */
export function costSeen({ actor }: Context, amount_idr: number): number | null {
  return may(actor.role, 'cost.read') ? amount_idr : null;
}

/**
 * The number on an order's invoice: its date and PO number, as INV.2021.01.18.505.
 * @param order_date yyyy-mm-dd
 */
export function invoiceNumber(order_date: string, po_number: number): string {
  return `INV.${order_date.replaceAll('-', '.')}.${po_number}`;
}

/** "Whatsapp 0857…": the marketplace and the shop's own note; empty without a source. */
export function orderSourceText(row: { marketplace_id: number | null; source_note: string | null }): string {
  if (row.marketplace_id === null) return '';
  return [marketplaceName(row.marketplace_id), row.source_note].filter(Boolean).join(' ');
}
