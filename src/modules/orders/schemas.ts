import { z } from 'zod';
import {
  boolean,
  date,
  dayCursor,
  id,
  integer,
  keyword,
  list,
  oneOf,
  onlyElement,
  optional,
  pageFields,
  rupiah,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { limits } from '../../kernel/limits.ts';
import { VariationRow, WarehouseLevel } from '../catalog/index.ts';

const percentage = () => integer({ min: 0, max: 100 });

/** Says that a field is missing because of what another one holds. */
function requireFor(
  context: z.RefinementCtx,
  path: (string | number)[],
  present: unknown,
  other: string,
  value: string,
): void {
  if (present === undefined)
    context.addIssue({ code: 'custom', path, params: { code: 'field_required_for', other, value } });
}

export const lineFields = {
  id: id().describe('Product variation ID'),
  qty: integer({ min: 1, max: 1_000_000 }).describe('Quantity'),
  warehouse_id: optional(integer({ min: 0 })).describe(
    'Warehouse ID. Default: the main warehouse if it holds enough, else the fullest active one that does',
  ),
  product_status: oneOf(['S', 'R', 'PO']).describe('Stock type of the product'),
  type: optional(oneOf(['NOMINAL', 'PERCENTAGE'])).describe('Type of a discount on this line'),
  percentage: optional(percentage()),
  nominal: optional(rupiah()),
  discount_promo: optional(rupiah()).describe(
    'What promo_id takes off a unit, to be checked; the server computes it by itself',
  ),
  promo_id: optional(id()).describe('Promo for this line: it takes the place of all other discounts'),
};

export function checkLineDiscount(
  line: { type?: string | undefined; nominal?: number | undefined; percentage?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (line.type === 'NOMINAL') requireFor(context, ['nominal'], line.nominal, 'type', 'NOMINAL');
  if (line.type === 'PERCENTAGE') requireFor(context, ['percentage'], line.percentage, 'type', 'PERCENTAGE');
}

const OrderLineInput = z.object(lineFields).superRefine(checkLineDiscount);

export const OrderCostInput = z
  .object({
    name: text({ max: 100 }),
    category: oneOf(['DISCOUNT', 'OTHER COST', 'INSURANCE']),
    type: oneOf(['NOMINAL', 'PERCENTAGE']),
    percentage: optional(percentage()),
    nominal: optional(rupiah()),
  })
  .superRefine((cost, context) => {
    if (cost.type === 'NOMINAL') requireFor(context, ['nominal'], cost.nominal, 'type', 'NOMINAL');
    if (cost.type === 'PERCENTAGE')
      requireFor(context, ['percentage'], cost.percentage, 'type', 'PERCENTAGE');
  });

export const ExpeditionInput = z.object({
  id: id().describe('Expedition ID'),
  rate: rupiah().describe('Shipping cost'),
  name: optional(text({ max: 100 })).describe('Name of the courier, for expedition 99 (manual input)'),
  auto_pickup: withDefault(boolean(), false),
  discount_promo: optional(rupiah()).describe('What promo takes off the rate, to be checked'),
  promo: z
    .preprocess(onlyElement, optional(z.object({ id: id() })))
    .describe('Promo of type EXPEDITION for the shipping'),
});

export const OrderPaymentInput = z
  .object({
    status: oneOf(['PAID', 'INSTALLMENT', 'UNPAID']),
    date: optional(date()),
    bank_id: optional(id()),
    amount: optional(rupiah()),
    cost_of_goods_sales: optional(rupiah()),
  })
  .superRefine((payment, context) => {
    if (payment.status === 'UNPAID') return;
    requireFor(context, ['date'], payment.date, 'payment.status', payment.status);
    requireFor(context, ['bank_id'], payment.bank_id, 'payment.status', payment.status);
    if (payment.status === 'INSTALLMENT')
      requireFor(context, ['amount'], payment.amount || undefined, 'payment.status', payment.status);
  });

export const CreateOrderInput = z.object({
  customer_sender_id: id().describe('Customer who orders; its category decides the prices'),
  customer_receiver_id: id().describe(
    'Customer who receives; another than the sender makes a dropship order',
  ),
  supplier_id: id().describe('Where the parcel leaves from'),
  order_date: date(),
  order_source_id: optional(id()),
  note: withDefault(text({ max: 2_000, multiline: true }), ''),
  is_print: withDefault(boolean(), false),
  products: list(OrderLineInput, { min: 1, max: limits.order_lines }),
  expedition: ExpeditionInput,
  payment: OrderPaymentInput,
  coupon_code: optional(text({ max: 50 })).describe('Code of a coupon, in any letter case'),
  order_cost: withDefault(list(OrderCostInput, { max: limits.order_charges }), []),
  awb_number: optional(text({ max: 100 })),
  send_sms: withDefault(boolean(), false),
  marketplace_awb: optional(text({ max: 100 })),
  source: withDefault(oneOf(['MOBILE', 'WEB']), 'WEB'),
});

export const OrderMade = z.object({ order_id: z.int(), po_number: z.int() });

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
  ).describe('What the keyword is looked for in. Default: number, names, phones, AWB, products and SKUs'),
  payment_status: optional(oneOf(['UNPAID', 'PAID', 'INSTALLMENT'])),
  order_progress_status: optional(
    oneOf(['UNPAID', 'NO AWB', 'ON PROCESS', 'DELIVERED', 'UNPROCESSED', 'INSTALLMENT']),
  ),
  order_category: optional(oneOf(['APP', 'PRIVOR', 'STORE_FRONT', 'SHOPEE', 'QUICK_ORDER', 'UNCATEGORIZED'])),
  order_source_id: optional(id()),
  order_by: withDefault(oneOf(['ORDER_DATE', 'PAYMENT_DATE']), 'ORDER_DATE').describe(
    'Which date sorts the orders, newest first, and which one start_date and end_date mean',
  ),
  start_date: optional(date()).describe('Default: 30 days ago'),
  end_date: optional(date()).describe('Default: today'),
  user_id: optional(integer({ min: 0 })).describe('Who made the order; 0: no user'),
  bank_id: optional(id()),
  warehouse_id: optional(integer({ min: 0 })),
  customer_category_code: optional(oneOf(['N', 'Y', 'D', '1', '2', '3'])),
  expedition_id: optional(integer({ min: 1, max: 2_147_483_647 })).describe(
    'Number of the courier: 1 JNE, 2 TIKI …',
  ),
  pickup: optional(integer({ min: 0, max: 2 })),
  print_status: optional(oneOf(['Y', 'N'])),
  product_type: optional(oneOf(['S', 'R', 'PO'])),
};

/** The orders that a list or file is of. */
export const ChosenOrders = z.object(orderFilters);

const sheetPage = {
  per_page: optional(integer({ min: 1, max: limits.page_size })).describe('Default: all orders'),
  pagination_offset: optional(integer({ min: 1, max: 1_000_000 })).describe('Page number'),
};

/** The orders of a file: of a page, where one is named. */
export const OrdersOfSheet = z.object({ ...orderFilters, ...sheetPage });

export const DownloadOrdersInput = z.object({
  ...orderFilters,
  ...sheetPage,
  without_being_sent: withDefault(boolean(), false).describe('Answers with the file itself'),
});

export const ListOrdersInput = z.object({
  ...orderFilters,
  ...pageFields(),
  exact_total: withDefault(boolean(), false).describe(
    'Counts all orders that the filters let through, also beyond 10,000: of very many that takes its time',
  ),
  cursor: optional(dayCursor()).describe(
    'next_cursor of the page before: reads on at the same cost however deep',
  ),
});

const names = { created_by_name: z.string().nullable(), updated_by_name: z.string().nullable() };

export const OrderRow = z.object({
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  shop_id: z.int(),
  order_date: z.string(),
  sender_name: z.string(),
  sender_address: z.string(),
  receiver_name: z.string(),
  receiver_address: z.string(),
  total_amount: z.int(),
  remaining_amount: z.int().nullable().describe('null where the role may not see payments'),
  shipping_rate: z.string(),
  shipping_logistic: z.string(),
  weight: z.int().describe('Kilograms that the courier charges'),
  note: z.string(),
  origin_name: z.string(),
  origin_address: z.string(),
  cost_of_goods_sold: z.int().nullable(),
  order_source: z.string(),
  other_cost_amount: z.int(),
  order_progress_status: z.string(),
  order_status: z.string(),
  order_category: z.string(),
  payment_status: z.string(),
  payment_date: z.string().nullable(),
  products: z.array(
    z.object({
      product_meta_id: z.int(),
      name: z.string(),
      price: z.int(),
      quantity: z.int(),
      sku: z.string(),
    }),
  ),
  shopee: z.null(),
  ...names,
  created_at: z.string(),
  updated_at: z.string(),
  awb_number: z.string().nullable(),
});

export const OrderIdInput = z.object({ id: id().describe('Order ID') });

const Person = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  postal_code: z.string().nullable(),
  district_id: z.int().nullable(),
  district: z.string().nullable(),
  city_id: z.int().nullable(),
  city: z.string().nullable(),
  province_id: z.int().nullable(),
  province: z.string().nullable(),
  region: z.string().nullable(),
  email: z.string().nullable(),
  line: z.string().nullable(),
  other: z.string().nullable(),
  category_code: z.string().optional(),
  category: z.string(),
});

/** The variation as it is now; the line beside it has what it was when it was ordered. */
const VariationDetail = VariationRow.omit({
  type_description: true,
  preorder_title: true,
  warehouse_stock: true,
  promo: true,
}).extend({ warehouse_stock: z.array(WarehouseLevel) });

export const OrderDetail = z.object({
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  shop_id: z.int(),
  order_date: z.string(),
  sender: Person,
  receiver: Person,
  total_amount: z.int(),
  remaining_amount: z.int().nullable().describe('null where the role may not see payments'),
  shipping_id: z.int(),
  shipping_rate: z.string(),
  shipping_logistic: z.string(),
  shipping_cost: z.int(),
  shipping_discount: z.int().describe('What a promo takes off the shipping'),
  shipping_promo_id: z.int().nullable(),
  weight: z.number().describe('Kilograms'),
  note: z.string(),
  order_source: z.string(),
  other_cost_amount: z.int(),
  order_progress_status: z.string(),
  order_status: z.string(),
  order_category: z.string(),
  payment_status: z.string(),
  payment_date: z.string().nullable(),
  estimated_ship_date: z.string().nullable(),
  shopee: z.null(),
  ...names,
  created_at: z.string(),
  updated_at: z.string(),
  awb_number: z.string().nullable(),
  product_status: z.string(),
  cost_of_goods_sales: z.int().nullable(),
  order_cost: z.array(
    z.object({
      name: z.string(),
      category: z.string(),
      nominal: z.int(),
      percentage: z.number(),
      type: z.string(),
    }),
  ),
  origin: z.object({
    id: z.int(),
    name: z.string(),
    location: z.string(),
    phone: z.string(),
    address: z.string(),
    note: z.string(),
    is_shipper_active: z.boolean(),
    city_id: z.int().nullable(),
  }),
  order_detail: z.array(
    z.object({
      variation_id: z.int(),
      qty: z.int(),
      price: z.int(),
      warehouse_id: z.int(),
      warehouse_stock_id: z.int(),
      name: z.string(),
      sku: z.string(),
      type: z.string().nullable(),
      nominal: z.int().describe('Discount off each unit'),
      percentage: z.number(),
      promo_id: z.int().nullable(),
      variation_detail: VariationDetail,
    }),
  ),
});

export const AddAwbInput = z.object({
  id: id().describe('Order ID'),
  awb_number: text({ max: 100 }).describe('Air waybill number'),
});

export const AwbAdded = OrderMade.extend({
  notification: z.object({ id: z.int(), title: z.string(), content: z.string() }),
});

export const SetShippingStatusInput = z.object({
  id: id().describe('Order ID'),
  status: oneOf(['READY TO SHIP', 'ON PROCESS', 'DELIVERED']).describe(
    'What staff know of the parcel; `READY TO SHIP` takes back what was said of one that never left',
  ),
});

export const UpdatePaymentInput = z.object({
  id: id().describe('Order ID'),
  payment: z
    .object({
      status: oneOf(['PAID', 'INSTALLMENT']),
      date: date(),
      bank_id: id(),
      amount: optional(rupiah({ min: 1 })),
      cost_of_goods_sales: optional(rupiah()),
    })
    .superRefine((payment, context) => {
      if (payment.status === 'INSTALLMENT')
        requireFor(context, ['amount'], payment.amount, 'payment.status', 'INSTALLMENT');
    }),
});

export const PaymentUpdated = z.object({
  response: z.string(),
  message: z.array(z.string()),
  data: z.object({ order_id: z.int(), po_number: z.int(), payment_status: z.string() }),
});

export const PaymentHistoryInput = z.object({
  id: id().describe('Order ID or Payment ID'),
  status: withDefault(oneOf(['ORDER', 'PAYMENT']), 'ORDER').describe('What the id names'),
});

export const PaymentHistory = z.object({
  payment_id: z.int(),
  bank_id: z.string(),
  bank_name: z.string(),
  account_number: z.string(),
  paid_at: z.string(),
  created_at: z.string(),
  nominal: z.string(),
  status: z.string(),
});
