import { z } from 'zod';
import { id, integer, list, oneOf, optional } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { orderLimits } from '../limits.ts';
import { CreateOrderInput } from '../place/schemas.ts';
import { checkLineDiscount, ExpeditionInput, lineFields, OrderPaymentInput } from '../schemas.ts';

const { note, is_print, awb_number, marketplace_awb, send_sms, source, order_date } = CreateOrderInput.shape;
/** What decides no price, and is refused where a new order would be. */
const beside = {
  note,
  is_print,
  awb_number,
  marketplace_awb,
  send_sms,
  source,
  order_date: optional(order_date),
};

/** The body of a new order; what is no part of the goods may be left out, and is not looked at then. */
export const QuoteInput = z.object({
  customer_sender_id: optional(id()).describe('Customer who orders; its category decides the prices'),
  customer_category_code: optional(oneOf(['N', 'Y', 'D', '1', '2', '3'])).describe(
    'In place of a customer. Default: N',
  ),
  customer_receiver_id: optional(id()),
  supplier_id: optional(id()),
  order_source_id: optional(id()),
  products: list(
    z
      .object({ ...lineFields, product_status: optional(oneOf(['S', 'R', 'PO'])) })
      .superRefine(checkLineDiscount),
    { min: 1, max: orderLimits.order_lines },
  ),
  expedition: optional(ExpeditionInput).describe('Without it shipping costs nothing'),
  payment: optional(OrderPaymentInput),
  order_cost: CreateOrderInput.shape.order_cost,
  coupon_code: CreateOrderInput.shape.coupon_code,
  ...beside,
});

export const Quote = named('Quote', {
  customer_category_code: z.string(),
  lines: z.array(
    z.object({
      variation_id: z.int(),
      name: z.string(),
      sku: z.string(),
      qty: z.int(),
      price: z.int().describe('Unit price of the category or wholesale step'),
      discount: z.int().describe('Off each unit'),
      subtotal: z.int(),
      weight: z.int().describe('Grams'),
      promo_id: z.int().nullable(),
      stock_left: z
        .int()
        .nullable()
        .describe('Pieces that one warehouse holds at most; null where stock is not counted'),
      explanation: z.array(
        z.object({
          rule: z.enum(['TIER', 'WHOLESALE', 'PRODUCT_DISCOUNT', 'LINE_DISCOUNT', 'PROMO']),
          applied: z.boolean(),
          amount: z.int().describe('Unit price of TIER and WHOLESALE; off a unit of the others'),
          reason: z.string(),
          category_code: z.string().nullable().describe("The customer's category, where it decides"),
          wholesale: z
            .object({
              from: z.int(),
              to: z.int(),
              qty: z.int().describe('Pieces of the product in the order'),
            })
            .nullable()
            .describe('The step that holds the quantity; with NO_STEP the next one, or else the last'),
          promo: z.object({ id: z.int(), name: z.string() }).nullable(),
          text: z.string(),
        }),
      ),
    }),
  ),
  goods: z.int().describe('Sum of the lines'),
  shipping: z.int(),
  shipping_discount: z.int(),
  shipping_promo_id: z.int().nullable(),
  other_cost: z.int(),
  insurance: z.int(),
  discount: z.int().describe('Discounts of the order as a whole'),
  order_cost: z.array(z.object({ name: z.string(), category: z.string(), amount: z.int() })),
  total: z.int(),
  weight: z.int().describe('Grams'),
  promos: z
    .array(
      z.object({
        id: z.int(),
        name: z.string(),
        group: z.enum(['PROMO', 'COUPON']),
        type: z.enum(['PRODUCT', 'EXPEDITION']),
        applies: z.boolean().describe('The order may have it: name it in promo_id or expedition.promo'),
        is_used: z.boolean(),
        discount: z.int().describe('What it takes off the order, or would'),
        reason: z.string().nullable().describe('Why not'),
        text: z.string().nullable(),
      }),
    )
    .describe('Those that were named, and the newest 200 that run now'),
  problems: z
    .array(z.object({ field: z.string(), code: z.string(), text: z.string() }))
    .describe('Why such an order would be refused'),
});

export const WholesalePriceInput = z.object({
  variation_id: id(),
  qty: integer({ min: 1, max: 1_000_000 }),
});

export const WholesalePrice = named('WholesalePrice', {
  variation_id: z.int(),
  quantity: z.string(),
  price: z.int().describe('Of the wholesale step that holds the quantity; the normal price where none does'),
});

export const PriceAccessInput = z.object({
  customer_category_code: z
    .string()
    .max(20)
    .describe('Code (N, Y, D, 1, 2, 3) of a customer category, else its id'),
});

export const PriceAccess = named('PriceAccess', {
  wholesale_access: z.boolean(),
  discount_access: z.boolean(),
});
