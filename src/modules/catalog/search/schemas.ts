import { z } from 'zod';
import { id, keyword, oneOf, optional, pageFields, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { yes_no } from '../schemas.ts';

const CategoryFilter = text({ max: 20 })
  .transform((value) => value.toUpperCase())
  .refine((value) => /^(UNCATEGORIZED|ARCHIVED|[1-9]\d{0,14})$/.test(value), {
    params: { code: 'category_filter' },
  });

/** Which products, in which order. */
export const ChosenProducts = z.object({
  keyword: optional(keyword()).describe(
    'Words, or parts of words, of the product name, colour, size or SKU, in any order.',
  ),
  category: optional(CategoryFilter).describe('`UNCATEGORIZED`, `ARCHIVED` or a product category ID.'),
  type: optional(oneOf(['S', 'R', 'PO'])).describe('Product type.'),
  price: optional(oneOf(['NON_SET_PRICE', 'NON_PROFIT'])).describe(
    '`NON_SET_PRICE`: at least one variation has no price; `NON_PROFIT`: at least one variation is priced at ' +
      'or below its purchase price.',
  ),
  channel: optional(oneOf(['JURNAL', 'SHOPEE'])).describe(
    'Only products that are also sold on this channel.',
  ),
  order_by: withDefault(
    oneOf(['NEWEST', 'LONGEST', 'CHEAPEST', 'EXPENSIVE', 'LEAST_STOCK', 'MOST_STOCK', 'ASC', 'DESC']),
    'NEWEST',
  ),
});

export const SearchProductsInput = ChosenProducts.extend(pageFields());

export const ListVariationsInput = z.object({
  keyword: optional(keyword()).describe(
    'Words, or parts of words, of the product name, colour, size or SKU, in any order.',
  ),
  customer_id: optional(id()).describe('Customer ID. Only promos that this customer can use are returned.'),
  ...pageFields(),
});

export const WarehouseLevel = named('WarehouseLevel', {
  id_warehouse: z.int(),
  stock: z.int(),
  warehouse_name: z.string(),
  supplier_id: z.int().nullable(),
});

/** An active promo of the product, with the conditions that the order must meet. */
export const VariationPromo = named('VariationPromo', {
  id: z.int(),
  name: z.string(),
  type: z.enum(['PRODUCT', 'EXPEDITION']),
  group: z.enum(['PROMO', 'COUPON']),
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

export const VariationRow = named('Variation', {
  variation_id: z.int(),
  product_id: z.int(),
  name: z.string(),
  product_type: z.enum(['S', 'R', 'PO']),
  type_description: z.string(),
  preorder_title: z.string().nullable(),
  publish_status: yes_no,
  stock_quantity: z.int(),
  sku: z.string(),
  image: z.string(),
  thumbnail: z.string(),
  discount: z.int(),
  color: z.string(),
  size: z.string(),
  weight: z.int().describe('Weight in grams.'),
  category_id: z.int(),
  created_at: z.string(),
  price: z.int(),
  price1: z.int(),
  price2: z.int(),
  price3: z.int(),
  price_reseller: z.int(),
  price_buy: z.int().nullable().describe('null if your role cannot see purchase prices.'),
  wholesale_status: yes_no,
  is_warehouse: z.int(),
  warehouse_stock: z.array(WarehouseLevel).nullable(),
  promo: z
    .array(VariationPromo)
    .describe(
      'Promos that currently apply to orders from the dashboard and the API, limited to those of the customer ' +
        'if `customer_id` is given.',
    ),
});
