import { z } from 'zod';
import { dayCursor } from '../../../../kernel/http/cursor-input.ts';
import {
  boolean,
  id,
  integer,
  keyword,
  oneOf,
  optional,
  pageFields,
  withDefault,
} from '../../../../kernel/http/input.ts';
import { periodFields, refuseEarlyEnd } from '../../../../kernel/http/period.ts';
import { limits } from '../../../../kernel/limits.ts';
import { SHIPPING_STAGES } from '../../shipping-stage.ts';

const orderFilters = {
  keyword: optional(keyword()),
  type: optional(
    oneOf([
      'ORDER_ID',
      'CUSTOMER_NAME',
      'AWB_NUMBER',
      'CUSTOMER_PHONE',
      'SHOPEE_INVOICE',
      'PRODUCT_NAME',
      'SKU',
      'SHIPPER_TRACKING',
    ]),
  ).describe(
    'Field to search for the keyword. Default: order number, names, phone numbers, AWB number, products and ' +
      'SKUs.',
  ),
  payment_status: optional(oneOf(['UNPAID', 'PAID', 'INSTALLMENT'])),
  order_progress_status: optional(
    oneOf(['UNPAID', 'NO AWB', 'ON PROCESS', 'DELIVERED', 'UNPROCESSED', 'INSTALLMENT']),
  ),
  order_category: optional(oneOf(['APP', 'PRIVOR', 'STORE_FRONT', 'SHOPEE', 'QUICK_ORDER', 'UNCATEGORIZED'])),
  order_source_id: optional(id()),
  order_by: withDefault(oneOf(['ORDER_DATE', 'PAYMENT_DATE', 'PROFIT']), 'ORDER_DATE').describe(
    'The date by which orders are sorted (newest first) and to which `start_date` and `end_date` apply. PROFIT: those ' +
      'that left most come first, of a period of order dates.',
  ),
  profit_min: optional(integer()).describe('Orders that left at least so much.'),
  profit_max: optional(integer()).describe('Orders that left at most so much; below 0: those that lost.'),
  ...periodFields({ start_date: 'Default: 30 days ago.', end_date: 'Default: today.' }),
  user_id: optional(integer({ min: 0 })).describe(
    'User who created the order; 0: orders that were not created by a user.',
  ),
  bank_id: optional(id()),
  warehouse_id: optional(integer({ min: 0 })),
  customer_category_code: optional(oneOf(['N', 'Y', 'D', '1', '2', '3'])),
  expedition_id: optional(integer({ min: 1, max: 2147483647 })).describe('Courier number: 1 JNE, 2 TIKI …'),
  pickup: optional(integer({ min: 0, max: 2 })),
  shipping_stage: optional(oneOf(SHIPPING_STAGES)).describe(
    'Of orders ON PROCESS: the label is to be printed, the courier is to take the parcel, it is with the courier, it came back.',
  ),
  print_status: optional(oneOf(['Y', 'N'])),
  product_type: optional(oneOf(['S', 'R', 'PO'])),
};
/** The orders that a list or file is of. */
export const ChosenOrders = z.object(orderFilters).superRefine(refuseEarlyEnd);

const sheetPage = {
  per_page: optional(integer({ min: 1, max: limits.page_size })).describe('Default: all orders.'),
  pagination_offset: optional(integer({ min: 1, max: 1000000 })).describe('Page number.'),
};
/** The orders of a file: of a page, where one is named. */
export const OrdersOfSheet = z.object({ ...orderFilters, ...sheetPage }).superRefine(refuseEarlyEnd);

export const DownloadOrdersInput = z
  .object({
    ...orderFilters,
    ...sheetPage,
    without_being_sent: withDefault(boolean(), false).describe(
      'Return the file in the response instead of mailing a link.',
    ),
  })
  .superRefine(refuseEarlyEnd);

export const ListOrdersInput = z
  .object({
    ...orderFilters,
    ...pageFields(),
    exact_total: withDefault(boolean(), false).describe(
      'Count all matching orders, even beyond 10,000. This is slower if there are very many.',
    ),
    cursor: optional(dayCursor()).describe(
      '`next_cursor` of the previous page. Pages are equally fast at any depth. Not with `order_by` PROFIT.',
    ),
  })
  .superRefine(refuseEarlyEnd)
  .superRefine(({ order_by, cursor }, context) => {
    if (order_by === 'PROFIT' && cursor !== undefined)
      context.addIssue({ code: 'custom', path: ['cursor'], params: { code: 'cursor_of_days' } });
  });
