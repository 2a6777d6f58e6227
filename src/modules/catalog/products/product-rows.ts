import type { z } from 'zod';
import { columnsOf } from '../../../kernel/database/columns.ts';
import { MAIN_WAREHOUSE_ID } from '../../stock/index.ts';
import type { CreateProductInput, UpdateProductInput } from './schemas.ts';

type ProductInput = z.output<typeof CreateProductInput> | z.output<typeof UpdateProductInput>;
type VariationInput = ProductInput['variations'][number];

/**
 * The columns of `products` that an input decides, but for the lowest price, which its variations decide.
 * @param variation_count how many variations the product then has, where those of the input are not all
 */
export function productRow(input: ProductInput, variation_count = input.variations.length) {
  const setting = input.product_type === 'PO' ? input.preorder_setting : undefined;
  return {
    name: input.name,
    product_type: input.product_type,
    category_id: input.category_id === 0 ? null : input.category_id,
    description: input.description,
    preorder_unit: setting?.type ?? null,
    preorder_number: setting?.number ?? null,
    preorder_starts_on: setting?.start_date ?? null,
    preorder_ends_on: setting?.end_date ?? null,
    discount_idr: input.discount,
    weight_grams: productWeight(input),
    ...dimensionsOf(input),
    wholesale_enabled: input.wholesale_status,
    uses_warehouses: input.is_warehouse,
    is_published: input.publish_status,
    shows_stock: input.show_stock,
    has_variations: input.has_variation ?? variation_count > 1,
  };
}

/** The columns of `products` that an edit of many can change. */
export const CHANGED_PRODUCT = {
  name: 'text',
  product_type: 'text',
  category_id: 'bigint',
  description: 'text',
  preorder_unit: 'text',
  preorder_number: 'smallint',
  preorder_starts_on: 'date',
  preorder_ends_on: 'date',
  discount_idr: 'bigint',
  wholesale_enabled: 'boolean',
  is_published: 'boolean',
} as const;

/** Those that the input gives, null where it clears one; in an edit the others stay. */
function dimensionsOf({ length_cm, width_cm, height_cm }: ProductInput): Dimensions {
  return {
    ...(length_cm !== undefined && { length_cm }),
    ...(width_cm !== undefined && { width_cm }),
    ...(height_cm !== undefined && { height_cm }),
  };
}

interface Dimensions {
  length_cm?: number | null;
  width_cm?: number | null;
  height_cm?: number | null;
}

function productWeight(input: ProductInput): number {
  return input.weight ?? input.variations[0]?.weight ?? 0;
}

/** The columns of `product_variations` that an input decides. */
export function variationRow(input: ProductInput, variation: VariationInput, sku: string) {
  return {
    sku,
    images: variation.images,
    primary_image: variation.primary_image,
    price_buy_idr: variation.price_buy ?? 0,
    price_idr: variation.price,
    price1_idr: variation.price1,
    price2_idr: variation.price2,
    price3_idr: variation.price3,
    price_reseller_idr: variation.price_reseller,
    weight_grams: variation.weight ?? productWeight(input),
    size: variation.size,
    color: variation.color,
    is_in_stock: variation.stock ?? true,
  };
}

export const VARIATION = columnsOf<ReturnType<typeof variationRow>>({
  sku: 'text',
  images: 'text[]',
  primary_image: 'smallint',
  price_buy_idr: 'bigint',
  price_idr: 'bigint',
  price1_idr: 'bigint',
  price2_idr: 'bigint',
  price3_idr: 'bigint',
  price_reseller_idr: 'bigint',
  weight_grams: 'integer',
  size: 'text',
  color: 'text',
  is_in_stock: 'boolean',
});

/** What an input says that a variation holds, by warehouse: nothing for goods that are not counted. */
export function levelsOf(input: ProductInput, variation: VariationInput): VariationInput['warehouse_stock'] {
  if (input.product_type !== 'S') return [];
  if (input.is_warehouse) return variation.warehouse_stock;
  return variation.stock_quantity === undefined
    ? []
    : [{ warehouse_id: MAIN_WAREHOUSE_ID, stock: variation.stock_quantity }];
}
