import { z } from 'zod';
import {
  boolean,
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
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../kernel/http/period.ts';
import { promoLimits } from './limits.ts';

const group = () => oneOf(['PROMO', 'COUPON']).describe('`COUPON`: applies only if its code is given.');

const type = () =>
  oneOf(['PRODUCT', 'EXPEDITION']).describe(
    '`PRODUCT`: a discount per unit on products, `EXPEDITION`: a discount on the shipping cost.',
  );

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
      'For PERCENTAGE: 1 to 100. Otherwise: rupiah per unit, or off the shipping cost.',
    ),
    max_nominal: optional(rupiah()).describe(
      'Maximum discount of a PERCENTAGE per unit, or on the shipping cost; empty or 0: no maximum. Not ' +
        'required for NOMINAL.',
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
    'Number of orders of one customer that can use the promo, 1 to 9; empty or `UNLIMITED`: no limit.',
  ),
  promo_limit: orUnlimited(integer({ min: 1, max: 1_000_000_000 })).describe(
    'Number of orders that can use the promo; empty or `UNLIMITED`: no limit. Cannot be less than the number ' +
      'of orders that already use it.',
  ),
  minimum_product: optional(integer({ min: 0, max: 1_000_000 })).describe(
    "Minimum number of units of the promo's products in the order.",
  ),
  minimum_transaction: optional(rupiah()).describe('Minimum value of the products in the order, in rupiah.'),
});

const SelectedItemsInput = z.object({
  products: optional(list(id(), { max: promoLimits.promo_products })).describe(
    'Product IDs. Required for type PRODUCT unless `all_products` is set. An EXPEDITION promo without ' +
      'products applies to all products.',
  ),
  platforms: list(oneOf(['ORDER_APP', 'PROMO', 'PRIVOR', 'STOREFRONT', 'QUICK_ORDER']), { min: 1, max: 10 }),
  couriers: optional(list(id(), { max: promoLimits.promo_couriers })).describe(
    'IDs from List courier services, custom couriers among them. Required for type EXPEDITION and ignored otherwise.',
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
  ).describe('3 to 20 letters and digits. Required for group COUPON and ignored otherwise.'),
  start_date: moment().describe('`yyyy-mm-dd hh:mm` in the time zone of the shop; today or later.'),
  end_date: emptiable(moment()).describe('When the promo ends; empty: no end.'),
  limits: lone(LimitsInput),
  is_active: boolean(),
  customer_categories: list(oneOf(['N', 'Y', 'D', '1', '2', '3']), { min: 1, max: 10 }).describe(
    'Customer category codes.',
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
  .object({
    ...fields,
    end_date: withDefault(moment().nullable(), null).describe('When the promo ends. Default: no end.'),
    discount: lone(DiscountInput),
  })
  .superRefine(checkPromo);

export const UpdatePromoInput = z
  .object({
    id: id().describe('Promo ID.'),
    ...fields,
    discount: optional(lone(DiscountInput)).describe('Does not change if omitted.'),
  })
  .superRefine(checkPromo);

export const PromoSaved = named('PromoSaved', { promo_id: z.int() });

export const PromoIdInput = z.object({ id: id().describe('Promo ID.') });

export const ListPromosInput = z.object({
  keyword: optional(keyword({ max: 20 })).describe('Part of the name or coupon code.'),
  type: optional(type()),
  is_active: optional(boolean()).describe('Default: active and inactive.'),
  ...pageFields(),
});

export const PromoRow = named('Promo', {
  id: z.int(),
  name: z.string(),
  is_active: z.boolean(),
  total_selected_items: z
    .string()
    .describe('Number of products (for EXPEDITION: couriers), or the label for all products.'),
  type: z.enum(['PRODUCT', 'EXPEDITION']),
  group: z.enum(['PROMO', 'COUPON']),
  start_date: z.string(),
  end_date: z.string().nullable(),
});

export const PromoDetail = named('PromoDetail', {
  id: z.int(),
  group: z.enum(['PROMO', 'COUPON']),
  name: z.string(),
  coupon_code: z.string().describe('Empty for group PROMO.'),
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
    usage_per_customer: z.string().describe('1 to 9, or `UNLIMITED`.'),
    promo_limit: z.int().nullable(),
    minimum_product: z.int().nullable(),
    minimum_transaction: z.int().nullable(),
  }),
  used: z.int().describe('Number of orders that currently use the promo.'),
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
    keyword: keyword({ min: 3, max: 50 }).describe('Words or parts of words, as in List products.'),
    type: type(),
    group: group(),
    id: optional(id()).describe('ID of the promo that is being edited. Its own products are included.'),
    ...periodFields({
      start_date: 'First day of the promo. Default: today.',
      end_date: 'Last day of the promo. Default: no end.',
    }),
    couriers: optional(list(id(), { max: promoLimits.promo_couriers })).describe(
      'Has no effect: products are available regardless of the couriers.',
    ),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

export const AvailableProduct = named('AvailableProduct', {
  id: z.int(),
  name: z.string(),
  image: z.string(),
  thumbnail: z.string(),
  price: z.int().describe('Lowest price of the variations.'),
  total_stock: z.int(),
});
