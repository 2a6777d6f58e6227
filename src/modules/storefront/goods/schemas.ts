import { z } from 'zod';
import { id, keyword, oneOf, optional, pageFields, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

const yes_no = z.enum(['Y', 'N']);

export const StoreCategory = named('StoreCategory', { id: z.int(), name: z.string() });

export const ListStoreProductsInput = z.object({
  keyword: optional(keyword()).describe(
    'Words, or parts of words, of the product name, colour, size or SKU, in any order.',
  ),
  category_id: optional(id()).describe('Product category ID.'),
  order_by: withDefault(oneOf(['NEWEST', 'CHEAPEST', 'EXPENSIVE', 'ASC', 'DESC']), 'NEWEST').describe(
    '`CHEAPEST` and `EXPENSIVE` go by the normal price.',
  ),
  ...pageFields({ per_page: 20 }),
});

const preorder_setting = z
  .object({
    type: z.enum(['day', 'week']),
    number: z.int(),
    start_date: z.string().nullable(),
    end_date: z.string().nullable(),
  })
  .nullable()
  .describe('Of preorders (type `PO`): how long they take.');

export const StoreProductRow = named('StoreProduct', {
  id: z.int(),
  name: z.string(),
  product_type: z.enum(['S', 'R', 'PO']),
  category_id: z.int(),
  category_name: z.string(),
  preorder_setting,
  image: z.string(),
  thumbnail: z.string(),
  lowest_price: z.int().describe('Of the cheapest variation, in your customer category.'),
  highest_price: z.int(),
  discount: z.int().describe('Off the lowest price.'),
  lowest_price_after_discount: z.int(),
  stock: yes_no.describe('Whether any variation can be ordered.'),
});

export const GetStoreProductInput = z.object({ product_id: id().describe('Product ID.') });

const StoreVariationRow = named('StoreVariation', {
  id: z.int().describe('To be named in `products` of an order.'),
  sku: z.string(),
  size: z.string(),
  color: z.string(),
  weight: z.int().describe('Weight in grams.'),
  image: z.string(),
  thumbnail: z.string(),
  images: z.array(z.string()),
  thumbnails: z.array(z.string()),
  price: z.int().describe('Of a unit, in your customer category.'),
  discount: z.int().describe('Off the price; a promo takes its place.'),
  price_after_discount: z.int(),
  promo_discount: z
    .int()
    .nullable()
    .describe(
      'What the first of `promos` takes off the price if its conditions are met; null if there is none.',
    ),
  stock: yes_no,
  stock_quantity: z.int().nullable().describe('null if the shop does not show it, and for types R and PO.'),
});

const StorePromoRow = named('StorePromo', {
  name: z.string(),
  discount: z.object({
    type: z.enum(['PERCENTAGE', 'NOMINAL']),
    amount: z.int(),
    max_nominal: z.int().nullable(),
  }),
  start_date: z.string(),
  end_date: z.string().nullable(),
  minimum_product: z.int().nullable(),
  minimum_transaction: z.int().nullable(),
});

export const StoreProductDetail = named('StoreProductDetail', {
  id: z.int(),
  name: z.string(),
  product_type: z.enum(['S', 'R', 'PO']).describe('S: stocked, R: supplied by others, PO: preorder.'),
  description: z.string(),
  category_id: z.int(),
  category_name: z.string(),
  weight: z.int(),
  length_cm: z.int().nullable(),
  width_cm: z.int().nullable(),
  height_cm: z.int().nullable(),
  has_variation: yes_no,
  preorder_setting,
  image: z.string(),
  thumbnail: z.string(),
  stock: yes_no,
  variations: z.array(StoreVariationRow),
  wholesales: z
    .array(z.object({ from: z.int(), to: z.int(), price: z.int() }))
    .describe('Unit prices by the quantity of all variations together, if your customer category has them.'),
  promos: z
    .array(StorePromoRow)
    .describe('Promos that apply now, without a code, for your customer category.'),
});
