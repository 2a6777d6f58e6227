import { z } from 'zod';
import { boolean, id, integer, list, oneOf, optional, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { orderLimits } from '../limits.ts';
import { CreateOrderInput } from '../place/schemas.ts';
import {
  checkLineDiscount,
  expeditionFields,
  isCodInput,
  lineFields,
  OrderPaymentInput,
} from '../schemas.ts';

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

const BUYER_CHARGES = ['INSURANCE', 'PACKING', 'COD_FEE', 'ROUNDING'] as const;

/** The request body of a new order; fields other than the products can be omitted, and are not checked then. */
export const QuoteInput = z.object({
  customer_sender_id: optional(id()).describe(
    'Customer who places the order. The customer category determines the prices.',
  ),
  customer_category_code: optional(oneOf(['N', 'Y', 'D', '1', '2', '3'])).describe(
    'Used if no customer is given. Default: N.',
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
  expedition: optional(
    z.object({
      ...expeditionFields,
      rate: expeditionFields.rate.describe(
        'Shipping cost. If omitted: the fee of a custom courier, else by the tariff of the shop or our estimate, from the ' +
          'district of the supplier to that of the receiver.',
      ),
    }),
  ).describe('If omitted, the shipping cost is 0.'),
  payment: optional(OrderPaymentInput),
  is_cod: isCodInput(),
  order_cost: CreateOrderInput.shape.order_cost,
  shipping_options: withDefault(
    z.object({
      insurance: withDefault(boolean(), false).describe('Insure the parcel with the courier.'),
      wooden_packing: withDefault(boolean(), false),
      charge_buyer: optional(list(oneOf(BUYER_CHARGES), { max: BUYER_CHARGES.length })).describe(
        'What is added to the order, as `shipping_explanation.order_cost`. Default for COD orders: the COD fee if ' +
          '`cod_fee_payer` of the courier is BUYER, and the rounding of the shop; otherwise nothing.',
      ),
    }),
    { insurance: false, wooden_packing: false, charge_buyer: undefined },
  ).describe('Only for the explanation: orders have these as `order_cost`.'),
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
      price: z.int().describe('Unit price of the customer category or wholesale step.'),
      discount: z.int().describe('Discount per unit.'),
      subtotal: z.int(),
      weight: z.int().describe('Weight in grams.'),
      promo_id: z.int().nullable(),
      stock_left: z
        .int()
        .nullable()
        .describe('Highest number of units available in one warehouse; null if stock is not counted.'),
      explanation: z.array(
        z.object({
          rule: z.enum(['TIER', 'WHOLESALE', 'PRODUCT_DISCOUNT', 'LINE_DISCOUNT', 'PROMO']),
          applied: z.boolean(),
          amount: z
            .int()
            .describe('For TIER and WHOLESALE: the unit price. Otherwise: the discount per unit.'),
          reason: z.string(),
          category_code: z.string().nullable().describe('Customer category, if it determined the price.'),
          wholesale: z
            .object({
              from: z.int(),
              to: z.int(),
              qty: z.int().describe('Units of the product in the order.'),
            })
            .nullable()
            .describe(
              'Wholesale step that contains the quantity. For NO_STEP: the next step or, if there is none, the last ' +
                'one.',
            ),
          promo: z.object({ id: z.int(), name: z.string() }).nullable(),
          text: z.string(),
        }),
      ),
    }),
  ),
  goods: z.int().describe('Sum of all lines.'),
  shipping: z.int(),
  shipping_discount: z.int(),
  shipping_promo_id: z.int().nullable(),
  other_cost: z.int(),
  insurance: z.int(),
  discount: z.int().describe('Discounts on the order as a whole.'),
  order_cost: z.array(z.object({ name: z.string(), category: z.string(), amount: z.int() })),
  total: z.int(),
  weight: z.int().describe('Weight in grams.'),
  shipping_explanation: z
    .object({
      weight: z.object({
        actual_grams: z.int(),
        volume_cm3: z.int().describe('0: the dimensions of the products are not known.'),
        volumetric_grams: z.int(),
        chargeable_kg: z.number(),
        text: z.string(),
      }),
      rate_source: z
        .enum(['GIVEN', 'CUSTOM_COURIER', 'PICKUP', 'TARIFF', 'ESTIMATE', 'NONE'])
        .describe(
          'Where the shipping cost comes from. NONE: no price is known, and orders need one that is entered by hand.',
        ),
      steps: z.array(
        z.object({
          rule: z.enum(['RATE', 'SUBSIDY', 'INSURANCE', 'PACKING', 'COD_FEE', 'ROUNDING']),
          applied: z.boolean(),
          amount: z.int(),
          buyer: z.int().describe('Part that the buyer bears.'),
          seller: z.int().describe('Part that the seller bears.'),
          text: z.string(),
        }),
      ),
      order_cost: z
        .array(
          z.object({
            name: z.string(),
            category: z.enum(['INSURANCE', 'OTHER COST']),
            type: z.literal('NOMINAL'),
            nominal: z.int(),
          }),
        )
        .describe('What the buyer is charged: add it to `order_cost` of the order.'),
      total: z.int().describe('Order total with these costs.'),
      to_collect: z.int().describe('What the courier collects; 0 unless COD.'),
    })
    .nullable()
    .describe('Null without a courier.'),
  promos: z
    .array(
      z.object({
        id: z.int(),
        name: z.string(),
        group: z.enum(['PROMO', 'COUPON']),
        type: z.enum(['PRODUCT', 'EXPEDITION']),
        applies: z
          .boolean()
          .describe('True if the promo can be used: pass its ID in `promo_id` or `expedition.promo`.'),
        is_used: z.boolean(),
        discount: z.int().describe('Amount that the promo takes, or would take, off the order.'),
        reason: z.string().nullable().describe('Why the promo does not apply.'),
        text: z.string().nullable(),
      }),
    )
    .describe('The promos named in the request, and the latest 200 that are currently active.'),
  problems: z
    .array(z.object({ field: z.string(), code: z.string(), text: z.string() }))
    .describe('Reasons why such an order would be refused.'),
});

export const WholesalePriceInput = z.object({
  variation_id: id(),
  qty: integer({ min: 1, max: 1_000_000 }),
});

export const WholesalePrice = named('WholesalePrice', {
  variation_id: z.int(),
  quantity: z.string(),
  price: z
    .int()
    .describe(
      'Price of the wholesale step that contains the quantity, or the normal price if there is none.',
    ),
});

export const PriceAccessInput = z.object({
  customer_category_code: z
    .string()
    .max(20)
    .describe('Customer category code (N, Y, D, 1, 2, 3), or the ID of a customer category.'),
});

export const PriceAccess = named('PriceAccess', {
  wholesale_access: z.boolean(),
  discount_access: z.boolean(),
});
