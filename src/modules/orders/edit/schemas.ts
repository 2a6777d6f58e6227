import { z } from 'zod';
import {
  boolean,
  clearable,
  date,
  id,
  integer,
  list,
  oneOf,
  onlyElement,
  optional,
  text,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { orderLimits } from '../limits.ts';
import { CreateOrderInput } from '../place/schemas.ts';
import {
  checkLineDiscount,
  checkRate,
  expeditionFields,
  isCodInput,
  lineFields,
  OrderCostInput,
  OrderPaymentInput,
} from '../schemas.ts';

const { shape } = CreateOrderInput;

/** Omitted: the line keeps it. Null or empty: it is removed. */
const EditedLine = z.object({
  ...lineFields,
  type: clearable(oneOf(['NOMINAL', 'PERCENTAGE'])).describe(
    'Type of the discount on this line. An empty value removes the discount.',
  ),
  promo_id: clearable(id()).describe(
    'Promo for this line. It replaces all other discounts. An empty value removes the promo.',
  ),
  flag: optional(oneOf(['EDIT', 'NEW', 'DELETE'])).describe('DELETE removes the line from the order.'),
});

/** An empty list means no promo. */
const oneOrNone = (value: unknown) =>
  Array.isArray(value) && value.length === 0 ? null : onlyElement(value);

/** Omitted optional fields do not change; `clearable` ones are cleared by null or an empty text. */
export const UpdateOrderInput = z.object({
  order_id: id(),
  version: optional(integer({ min: 0 })).describe(
    '`version` of the order as you read it. If the order has changed since, the edit is refused. Default: not compared.',
  ),
  customer_sender_id: shape.customer_sender_id,
  customer_receiver_id: shape.customer_receiver_id,
  supplier_id: shape.supplier_id,
  order_date: optional(date()),
  order_source_id: clearable(id()),
  note: clearable(text({ max: 2_000, multiline: true })),
  is_print: optional(boolean()),
  products: list(
    EditedLine.superRefine(({ type, ...line }, context) =>
      checkLineDiscount({ ...line, type: type ?? undefined }, context),
    ),
    { min: 1, max: orderLimits.order_lines },
  ).describe(
    'The complete list of lines. Lines that are not listed are removed, unless every listed line has a flag.',
  ),
  expedition: z
    .object({
      ...expeditionFields,
      auto_pickup: optional(boolean()),
      promo: z
        .preprocess(oneOrNone, clearable(z.object({ id: id() })))
        .describe('Promo of type EXPEDITION for the shipping cost. An empty value removes the promo.'),
    })
    .superRefine(checkRate),
  is_cod: isCodInput(),
  payment: OrderPaymentInput.describe(
    'Existing payments are kept. The amount missing to reach `amount`, or with PAID the order total, is recorded as a new payment.',
  ),
  order_cost: optional(list(OrderCostInput, { max: orderLimits.order_charges })),
  coupon_code: shape.coupon_code,
  awb_number: clearable(text({ max: 100 })),
  send_sms: optional(boolean()),
  marketplace_awb: clearable(text({ max: 100 })),
  source: optional(oneOf(['MOBILE', 'WEB'])),
});

const Sums = z.object({
  goods: z.int().describe('Sum of all lines.'),
  shipping: z.int(),
  shipping_discount: z.int(),
  other_cost: z.int(),
  insurance: z.int(),
  discount: z.int().describe('Discounts on the order as a whole.'),
  total: z.int(),
  paid: z.int(),
  remaining: z.int(),
  payment_status: z.string(),
  weight: z.int().describe('Weight in grams.'),
  lines: z.array(
    z.object({
      variation_id: z.int(),
      warehouse_id: z.int(),
      name: z.string(),
      sku: z.string(),
      qty: z.int(),
      price: z.int(),
      discount: z.int().describe('Discount per unit.'),
      subtotal: z.int(),
      promo_id: z.int().nullable(),
    }),
  ),
  order_cost: z.array(z.object({ name: z.string(), category: z.string(), amount: z.int() })),
});

export const EditPreview = named('OrderEditPreview', {
  order_id: z.int(),
  version: z.int().describe('Version of the order that the edit was tried on.'),
  before: Sums,
  after: Sums,
  stock: z
    .array(
      z.object({
        variation_id: z.int(),
        name: z.string(),
        sku: z.string(),
        warehouse_id: z.int(),
        warehouse: z.string(),
        delta: z
          .int()
          .describe('Positive: units that return to the warehouse; negative: units that leave it.'),
        left: z.int().describe('Units in the warehouse after the edit.'),
      }),
    )
    .describe('Stock that the edit moves.'),
});
