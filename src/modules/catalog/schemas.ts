import { z } from 'zod';
import { id, text, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';

export const ProductIdInput = z.object({ product_id: id().describe('Product ID.') });

export const yes_no = z.enum(['Y', 'N']);

export const WholesaleStep = named('WholesaleStep', {
  id: z.int(),
  from: z.int(),
  to: z.int(),
  price: z.int(),
});

const variation = {
  id: z.int(),
  sku: z.string(),
  weight: z.int().describe('Weight in grams.'),
  size: z.string(),
  color: z.string(),
  price_buy: z.int().nullable().describe('null if your role cannot see purchase prices.'),
  price: z.int(),
  price_reseller: z.int(),
  price1: z.int(),
  price2: z.int(),
  price3: z.int(),
  stock_quantity: z.int(),
  stock: yes_no,
};
const product = {
  id: z.int(),
  name: z.string(),
  product_type: z.enum(['S', 'R', 'PO']),
  type_description: z.string(),
  category_id: z.int().describe('0: uncategorised.'),
  category_name: z.string(),
  description: z.string(),
  discount: z.int(),
  weight: z.int().describe('Weight in grams.'),
  length_cm: z.int().nullable(),
  width_cm: z.int().nullable(),
  height_cm: z.int().nullable(),
  is_warehouse: z.boolean(),
  publish_status: yes_no,
  shop_id: z.int(),
  user_id: z.int().nullable(),
  show_stock: yes_no,
  total_stock: z.int(),
  wholesale_status: yes_no,
  has_variation: yes_no,
  image: z.string(),
  thumbnail: z.string(),
  created_at: z.string(),
};

export const ProductRow = named('Product', {
  ...product,
  wholesales: z.array(WholesaleStep),
  variations: z.array(z.object({ ...variation, image: z.string(), thumbnail: z.string() })),
  update_access: z.boolean(),
  warehouse: z.array(z.object({ name: z.string(), id: z.int() })),
});

export const ProductDetail = named('ProductDetail', {
  ...product,
  preorder_setting: z
    .object({
      type: z.enum(['day', 'week']),
      number: z.int(),
      start_date: z.string().nullable(),
      end_date: z.string().nullable(),
    })
    .nullable(),
  variations: z.array(
    z.object({
      ...variation,
      primary_image: z.int().nullable(),
      image: z.string().nullable(),
      images: z.array(z.string()).nullable(),
      thumbnail: z.string().nullable(),
      thumbnails: z.array(z.string()),
    }),
  ),
  wholesale_prices: z.array(WholesaleStep),
});

export const sku = () => text({ max: 100 });

/** Color or size of a variation. */
export const label = () => withDefault(text({ max: 50 }), '');
