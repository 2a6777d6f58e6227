import { z } from 'zod';
import {
  boolean,
  date,
  emptiable,
  id,
  integer,
  keyword,
  list,
  moment,
  oneOf,
  optional,
  pageFields,
  rupiah,
  text,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { promoLimits } from './limits.ts';

const group = () => oneOf(['PROMO', 'COUPON']).describe('`COUPON`: applies only with its code');

const type = () =>
  oneOf(['PRODUCT', 'EXPEDITION']).describe('`PRODUCT` lowers units of products, `EXPEDITION` the shipping');

/** An object; also taken: a list of nothing but this object, and an empty list, as PHP writes an empty object. */
function lone<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (Array.isArray(value) && value.length < 2 ? (value[0] ?? {}) : value),
    schema,
  );
}

/** Absent, null, blank or UNLIMITED: undefined. */
function orUnlimited<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => {
    const is_unlimited = typeof value === 'string' && /^(unlimited)?$/i.test(value.trim());
    return is_unlimited || value === null ? undefined : value;
  }, schema.optional());
}

const DiscountInput = z
  .object({
    type: oneOf(['PERCENTAGE', 'NOMINAL']),
    amount: rupiah({ min: 1 }).describe(
      '1 to 100 for PERCENTAGE, else rupiah: off each unit, or the shipping',
    ),
    max_nominal: optional(rupiah()).describe(
      'The most that a PERCENTAGE takes off a unit, or the shipping; empty or 0: no bound. A NOMINAL needs none',
    ),
  })
  .superRefine((discount, context) => {
    if (discount.type === 'PERCENTAGE' && discount.amount > 100)
      context.addIssue({
        code: 'too_big',
        maximum: 100,
        inclusive: true,
        origin: 'number',
        path: ['amount'],
      });
  });

const LimitsInput = z.object({
  usage_per_customer: orUnlimited(integer({ min: 1, max: 9 })).describe(
    'Orders of one customer that may use it, 1 to 9; empty or `UNLIMITED`: any number',
  ),
  promo_limit: orUnlimited(integer({ min: 1, max: 1_000_000_000 })).describe(
    'Orders that may use it; empty or `UNLIMITED`: any number. Not less than what is used already',
  ),
  minimum_product: optional(integer({ min: 0, max: 1_000_000 })).describe(
    'Pieces of its products that an order must have',
  ),
  minimum_transaction: optional(rupiah()).describe('Rupiah of goods that an order must have'),
});

const SelectedItemsInput = z.object({
  products: optional(list(id(), { max: promoLimits.promo_products })).describe(
    'Product IDs. Required for type PRODUCT without all_products; an EXPEDITION without any is of all products',
  ),
  platforms: list(oneOf(['ORDER_APP', 'PROMO', 'PRIVOR', 'STOREFRONT', 'QUICK_ORDER']), { min: 1, max: 10 }),
  couriers: optional(list(id(), { max: promoLimits.promo_couriers })).describe(
    'IDs of Get Expeditions. Required for type EXPEDITION, and kept for no other',
  ),
});

const fields = {
  group: group(),
  type: type(),
  name: text({ max: 100 }),
  coupon_code: optional(
    text({ max: 20 }).refine((code) => /^[a-z0-9]{3,20}$/i.test(code), {
      params: { code: 'coupon_code_format' },
    }),
  ).describe('3 to 20 letters and digits. Required for group COUPON, and kept for no other'),
  start_date: moment().describe("`yyyy-mm-dd hh:mm` in the shop's time zone; today or later"),
  end_date: emptiable(moment()).describe('Moment at which it ends; empty: open'),
  limits: lone(LimitsInput),
  is_active: boolean(),
  customer_categories: list(oneOf(['N', 'Y', 'D', '1', '2', '3']), { min: 1, max: 10 }).describe(
    'Codes of customer categories',
  ),
  all_products: boolean(),
  selected_items: lone(SelectedItemsInput),
};

/** What one field makes necessary in another. */
function checkPromo(promo: z.output<z.ZodObject<typeof fields>>, context: z.RefinementCtx): void {
  const require = (path: string[], other: string, value: string) =>
    context.addIssue({ code: 'custom', path, params: { code: 'field_required_for', other, value } });
  const { products = [], couriers = [] } = promo.selected_items;
  if (promo.group === 'COUPON' && promo.coupon_code === undefined)
    require(['coupon_code'], 'group', 'COUPON');
  if (promo.type === 'PRODUCT' && !promo.all_products && products.length === 0)
    require(['selected_items', 'products'], 'all_products', 'false');
  if (promo.type === 'EXPEDITION' && couriers.length === 0)
    require(['selected_items', 'couriers'], 'type', 'EXPEDITION');
  if (promo.end_date !== null && promo.end_date <= promo.start_date)
    context.addIssue({ code: 'custom', path: ['end_date'], params: { code: 'promo_ends_early' } });
}

export const CreatePromoInput = z
  .object({ ...fields, discount: lone(DiscountInput) })
  .superRefine(checkPromo);

export const UpdatePromoInput = z
  .object({
    id: id().describe('Promo ID'),
    ...fields,
    discount: optional(lone(DiscountInput)).describe('Stays as it is where it is not sent'),
  })
  .superRefine(checkPromo);

export const PromoKept = named('PromoSaved', { promo_id: z.int() });

export const PromoIdInput = z.object({ id: id().describe('Promo ID') });

export const ListPromosInput = z.object({
  keyword: optional(keyword({ max: 20 })).describe('A part of the name or coupon code'),
  type: optional(type()),
  is_active: optional(boolean()).describe('Default: both'),
  ...pageFields(),
});

export const PromoRow = named('Promo', {
  id: z.int(),
  name: z.string(),
  is_active: z.boolean(),
  total_selected_items: z
    .string()
    .describe('Number of products (of an EXPEDITION: couriers), or the word for all products'),
  type: z.enum(['PRODUCT', 'EXPEDITION']),
  group: z.enum(['PROMO', 'COUPON']),
  start_date: z.string(),
  end_date: z.string().nullable(),
});

export const PromoDetail = named('PromoDetail', {
  id: z.int(),
  group: z.enum(['PROMO', 'COUPON']),
  name: z.string(),
  coupon_code: z.string().describe('Empty for group PROMO'),
  type: z.enum(['PRODUCT', 'EXPEDITION']),
  start_date: z.string(),
  end_date: z.string().nullable(),
  is_active: z.boolean(),
  discount: z.object({
    type: z.enum(['PERCENTAGE', 'NOMINAL']),
    amount: z.int(),
    max_nominal: z.int().nullable(),
  }),
  limits: z.object({
    usage_per_customer: z.string().describe('1 to 9 or `UNLIMITED`'),
    promo_limit: z.int().nullable(),
    minimum_product: z.int().nullable(),
    minimum_transaction: z.int().nullable(),
  }),
  used: z.int().describe('Orders that use it now'),
  all_products: z.boolean(),
  selected_items: z.object({
    products: z.array(
      z.object({ id: z.int(), produk: z.string(), image: z.string(), thumbnail: z.string() }),
    ),
    couriers: z.array(
      z.object({ id: z.int(), logistic_name: z.string(), rate_name: z.string(), logo_url: z.string() }),
    ),
    platforms: z.array(z.string()),
  }),
  customer_categories: z.array(z.object({ code: z.string(), name: z.string(), selected: z.boolean() })),
});

export const ListAvailableProductsInput = z
  .object({
    keyword: keyword({ min: 3, max: 50 }).describe('Words or parts of words, as in the list of products'),
    type: type(),
    group: group(),
    id: optional(id()).describe('Promo that is being edited: its own products are offered'),
    start_date: optional(date()).describe('First day of the promo; default: today'),
    end_date: optional(date()).describe('Last day of the promo; default: open'),
    couriers: optional(list(id(), { max: promoLimits.promo_couriers })).describe(
      'Changes nothing: products are free whatever the couriers',
    ),
    ...pageFields(),
  })
  .superRefine(({ start_date, end_date }, context) => {
    if (start_date !== undefined && end_date !== undefined && end_date < start_date)
      context.addIssue({ code: 'custom', path: ['end_date'], params: { code: 'period_ends_early' } });
  });

export const AvailableProduct = named('AvailableProduct', {
  id: z.int(),
  name: z.string(),
  image: z.string(),
  thumbnail: z.string(),
  price: z.int().describe('The lowest of its variations'),
  total_stock: z.int(),
});
