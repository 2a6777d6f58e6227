import { z } from 'zod';
import {
  aliases,
  boolean,
  clearable,
  id,
  integer,
  list,
  oneOf,
  onlyElement,
  optional,
  rupiah,
  text,
  withDefault,
  yesNo,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { stockLimits } from '../../stock/index.ts';
import { catalogLimits } from '../limits.ts';
import { overlappingStep } from '../rules.ts';
import { label, sku } from '../schemas.ts';

const PreorderSettingInput = z
  .object({
    type: oneOf(['day', 'week']).describe('Unit of `number`.'),
    number: integer({ min: 1, max: catalogLimits.preorder_days }).describe(
      'Processing time in days or weeks.',
    ),
    ...periodFields({
      start_date: 'First day of the preorder period.',
      end_date: 'Last day of the preorder period.',
    }),
  })
  .superRefine((setting, context) => {
    if (setting.type === 'week' && setting.number > catalogLimits.preorder_weeks)
      context.addIssue({
        code: 'too_big',
        maximum: catalogLimits.preorder_weeks,
        inclusive: true,
        origin: 'number',
        path: ['number'],
      });
    refuseEarlyEnd(setting, context);
  });

const stepFields = {
  from: integer({ min: 1, max: 1_000_000 }).describe('Smallest quantity of the step.'),
  to: integer({ min: 1, max: 1_000_000 }).describe('Largest quantity of the step.'),
  price: rupiah().describe('Unit price.'),
};

function checkStep(step: { from: number; to: number }, context: z.RefinementCtx): void {
  if (step.to < step.from)
    context.addIssue({
      code: 'too_small',
      minimum: step.from,
      inclusive: true,
      origin: 'number',
      path: ['to'],
    });
}

function checkOverlap(steps: { from: number; to: number }[], context: z.RefinementCtx): void {
  const overlap = overlappingStep(steps);
  if (overlap !== undefined)
    context.addIssue({ code: 'custom', path: [overlap, 'from'], params: { code: 'wholesale_overlap' } });
}

const NewSteps = list(z.object(stepFields).superRefine(checkStep), {
  max: catalogLimits.product_wholesales,
}).superRefine(checkOverlap);

const ChangedSteps = list(
  z
    .object({
      id: optional(id()).describe('Product wholesale ID. If omitted, the step is added.'),
      ...stepFields,
    })
    .superRefine(checkStep),
  { max: catalogLimits.product_wholesales },
).superRefine(checkOverlap);

const ImageUrl = text({ max: 2_000 }).refine(
  (value) => /^https?:\/\/[^\s/]+/i.test(value) && URL.canParse(value),
  {
    params: { code: 'image_url' },
  },
);

const variationFields = {
  sku: optional(sku()).describe('Unique within the shop, ignoring letter case. Generated if omitted.'),
  images: withDefault(list(ImageUrl, { max: catalogLimits.variation_images }), []).describe('Image URLs.'),
  primary_image: withDefault(integer({ min: 0, max: catalogLimits.variation_images - 1 }), 0).describe(
    'Index into `images`.',
  ),
  weight: optional(integer({ min: 0, max: catalogLimits.weight_grams })).describe(
    'Weight in grams. Default: the weight of the product.',
  ),
  price_buy: withDefault(rupiah(), 0).describe(
    'Purchase price. Users who cannot see purchase prices can still set it on new products.',
  ),
  price: withDefault(rupiah(), 0).describe('Price for normal customers; 0: not set.'),
  price1: withDefault(rupiah(), 0).describe(
    'Price for the first custom customer category; 0: `price` applies.',
  ),
  price2: withDefault(rupiah(), 0),
  price3: withDefault(rupiah(), 0),
  price_reseller: withDefault(rupiah(), 0),
  size: label(),
  color: label(),
  stock: optional(yesNo()).describe('Y: in stock. Required for product types R and PO.'),
  stock_quantity: optional(integer({ min: 0, max: stockLimits.stock_quantity })).describe(
    'Required for product type S.',
  ),
  warehouse_stock: withDefault(
    list(
      z.object({
        warehouse_id: integer({ min: 0 }).describe('Warehouse ID.'),
        stock: integer({ min: 0, max: stockLimits.stock_quantity }).describe('Stock in this warehouse.'),
      }),
      { max: stockLimits.warehouses },
    ),
    [],
  ).describe('Stock per warehouse, used instead of `stock_quantity` when `is_warehouse` is 1.'),
};

function checkPrimaryImage(
  variation: { images: string[]; primary_image: number },
  context: z.RefinementCtx,
): void {
  const last = Math.max(0, variation.images.length - 1);
  if (variation.primary_image > last)
    context.addIssue({
      code: 'too_big',
      maximum: last,
      inclusive: true,
      origin: 'number',
      path: ['primary_image'],
    });
}

const NewVariation = z.object(variationFields).superRefine(checkPrimaryImage);

const ChangedVariation = z
  .object({
    ...variationFields,
    price_buy: optional(rupiah()).describe(
      'Purchase price. If omitted, it does not change. Users who cannot see purchase prices can set it only on ' +
        'new variations.',
    ),
    id: optional(id()).describe('Product variation ID. If omitted, the variation is added.'),
    flag: optional(oneOf(['DELETE'])).describe('DELETE archives the variation.'),
  })
  .superRefine(checkPrimaryImage);

const dimension = () => clearable(integer({ min: 1, max: catalogLimits.dimension_cm }));

const productFields = {
  name: text({ max: 200 }).describe('Product name.'),
  product_type: oneOf(['S', 'R', 'PO']).describe(
    '`S`: stocked by the shop, `R`: supplied by others, `PO`: preorder.',
  ),
  category_id: withDefault(integer({ min: 0 }), 0).describe('Product category ID; 0: uncategorised.'),
  description: withDefault(text({ max: 10_000, multiline: true }), ''),
  preorder_setting: z
    .preprocess(onlyElement, optional(PreorderSettingInput))
    .describe('Required for product type PO.'),
  discount: withDefault(rupiah(), 0).describe(
    'Discount per unit in rupiah, for customer categories that have access to discounts.',
  ),
  weight: optional(integer({ min: 0, max: catalogLimits.weight_grams })).describe('Weight in grams.'),
  length_cm: dimension().describe(
    'Length of one packed unit in cm, also accepted as `length`. With width and height it gives the volumetric weight.',
  ),
  width_cm: dimension(),
  height_cm: dimension(),
  wholesale_status: withDefault(yesNo(), false),
  is_warehouse: withDefault(boolean(), false).describe('1: stock is given per warehouse.'),
  publish_status: withDefault(yesNo(), false),
  show_stock: withDefault(yesNo(), false).describe('Y: customers see the stock in Storefront and Privor.'),
  has_variation: optional(yesNo()).describe(
    'N: the product has exactly one variation. Default: Y if it has several.',
  ),
};

interface CheckedProduct {
  product_type: 'S' | 'R' | 'PO';
  preorder_setting?: unknown;
  has_variation?: boolean | undefined;
  is_warehouse: boolean;
  variations: {
    id?: number | undefined;
    flag?: 'DELETE' | undefined;
    stock?: boolean | undefined;
    stock_quantity?: number | undefined;
    warehouse_stock: unknown[];
  }[];
}

const PRODUCT_ALIASES = {
  wholesale: ['wholesales'],
  length_cm: ['length'],
  width_cm: ['width'],
  height_cm: ['height'],
};

/** What one field of a product makes necessary in another. What a variation has already, an edit need not say. */
function checkProduct(product: CheckedProduct, context: z.RefinementCtx): void {
  const require = (path: (string | number)[], other: string, value: string) =>
    context.addIssue({ code: 'custom', path, params: { code: 'field_required_for', other, value } });
  if (product.product_type === 'PO' && product.preorder_setting === undefined)
    require(['preorder_setting'], 'product_type', 'PO');
  const remaining = product.variations.filter((variation) => variation.flag === undefined);
  if (product.has_variation === false && remaining.length > 1)
    context.addIssue({ code: 'custom', path: ['variations'], params: { code: 'one_variation' } });
  for (const [index, variation] of product.variations.entries()) {
    if (variation.flag !== undefined) continue;
    const at = (field: string) => ['variations', index, field];
    if (product.product_type !== 'S') {
      if (variation.stock === undefined) require(at('stock'), 'product_type', product.product_type);
    } else if (variation.id === undefined && product.is_warehouse) {
      if (variation.warehouse_stock.length === 0) require(at('warehouse_stock'), 'is_warehouse', '1');
    } else if (variation.id === undefined && variation.stock_quantity === undefined)
      require(at('stock_quantity'), 'product_type', 'S');
  }
}

export const CreateProductInput = aliases(
  z
    .object({
      ...productFields,
      wholesale: withDefault(NewSteps, []).describe('Wholesale steps. Steps must not overlap.'),
      variations: list(NewVariation, { min: 1, max: catalogLimits.product_variations }).describe(
        'Variations must differ in `color` or `size`, ignoring letter case and spaces.',
      ),
    })
    .superRefine(checkProduct),
  PRODUCT_ALIASES,
);

export const UpdateProductInput = aliases(
  z
    .object({
      id: id().describe('Product ID.'),
      ...productFields,
      wholesale: withDefault(ChangedSteps, []).describe(
        'The complete list of wholesale steps. Steps that are not listed are removed.',
      ),
      variations: list(ChangedVariation, { min: 1, max: catalogLimits.product_variations }).describe(
        'Variations to update, add or delete. Variations that are not listed remain unchanged. Those that are added, ' +
          'or get another `color` or `size`, must differ from all others, ignoring letter case and spaces.',
      ),
    })
    .superRefine(checkProduct),
  PRODUCT_ALIASES,
);

export const ProductCreated = named('ProductCreated', {
  product_id: z.int(),
  product_meta_id: z.array(z.int()).describe('IDs of the variations, in the order of the request.'),
  total_stock: z.int(),
});

export const DeleteProductsInput = z.object({
  id: list(id(), { min: 1, max: catalogLimits.deleted_at_once }).describe('Product IDs.'),
});

export const RestoreProductsInput = z.object({
  id: list(id(), { min: 1, max: catalogLimits.deleted_at_once }).describe('IDs of archived products.'),
});

export const DeleteVariationsInput = z.object({
  id: list(id(), { min: 1, max: catalogLimits.deleted_at_once }).describe('Product variation IDs.'),
});

export const WholesaleMinimum = named('WholesaleMinimum', {
  product_id: z.int(),
  minimum_quantity: z.int().describe('0: the product has no wholesale price.'),
});

export const CreateProductsInput = z.object({
  products: list(z.unknown(), { min: 1, max: catalogLimits.bulk_products }).describe(
    'Each item has the fields of `POST /api/open/product`.',
  ),
  partial: withDefault(boolean(), false).describe('Create the valid products even if others are invalid.'),
});

export const ProductsCreated = named('ProductsCreated', {
  created: z.int(),
  skipped: z.int(),
  more_faults: z
    .int()
    .optional()
    .describe('Number of further faults beyond the first 200 listed in `results`.'),
  results: z.array(
    z.object({
      index: z.int().describe('Index in the list of the request.'),
      status: z.enum(['CREATED', 'SKIPPED']),
      product: ProductCreated.nullable(),
      errors: z.record(z.string(), z.array(z.string())).describe('Errors by field of the product.'),
    }),
  ),
});
