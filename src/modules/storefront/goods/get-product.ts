import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { CustomerAccess } from '../../pricing/index.ts';
import { pictureUrl, pictureUrls, thumbnailUrl, thumbnailUrls } from '../../pictures/index.ts';
import { promoDiscount, type Promo } from '../../promos/index.ts';
import type { StoreContext } from '../store-context.ts';
import { loadProduct, type StoreProduct, type StorePromo, type StoreVariation } from './load-product.ts';
import type { GetStoreProductInput, StoreProductDetail } from './schemas.ts';
import { stockOf } from './stock-shown.ts';
import { ownDiscount, platformOf, termsOf, unitPrice } from './visitor-terms.ts';

/**
 * A product as a visitor sees it, at the visitor's prices.
 * @throws Refusal 404 if the store has no such product
 */
export async function getStoreProduct(
  context: StoreContext,
  { product_id }: z.output<typeof GetStoreProductInput>,
): Promise<z.input<typeof StoreProductDetail>> {
  const product = await loadProduct(context, product_id);
  if (product === undefined) throw kernelErrors.refuse('not_found');
  const terms = termsOf(context, product.categories);
  const promos = product.promos.filter(
    (promo) =>
      promo.platforms.includes(platformOf(context)) && promo.customer_category_codes.includes(terms.code),
  );
  const variations = product.variations.map((variation) =>
    presentVariation(context, product, variation, { terms, promo: promos[0] }),
  );
  const [first] = product.variations;
  const images = [first?.images ?? [], first?.primary_image ?? 0] as const;
  return {
    id: product.id,
    name: product.name,
    product_type: product.product_type,
    description: product.description,
    category_id: product.category_id ?? 0,
    category_name: product.category_name ?? '',
    weight: product.weight_grams,
    length_cm: product.length_cm,
    width_cm: product.width_cm,
    height_cm: product.height_cm,
    has_variation: product.has_variations ? 'Y' : 'N',
    preorder_setting: preorderOf(product),
    image: pictureUrl(context, ...images),
    thumbnail: thumbnailUrl(context, ...images),
    stock: variations.some(({ stock }) => stock === 'Y') ? 'Y' : 'N',
    variations,
    wholesales: wholesalesOf(product, terms),
    promos: promos.map((promo) => presentPromo(context, promo)),
  };
}

function presentVariation(
  context: StoreContext,
  product: StoreProduct,
  variation: StoreVariation,
  { terms, promo }: { terms: CustomerAccess; promo: StorePromo | undefined },
): z.input<typeof StoreProductDetail>['variations'][number] {
  const { images, primary_image } = variation;
  const price = unitPrice(variation, terms);
  const discount = ownDiscount(product.discount_idr, price, terms);
  return {
    id: variation.id,
    sku: variation.sku,
    size: variation.size,
    color: variation.color,
    weight: variation.weight_grams,
    image: pictureUrl(context, images, primary_image),
    thumbnail: thumbnailUrl(context, images, primary_image),
    images: pictureUrls(context, images),
    thumbnails: thumbnailUrls(context, images),
    price,
    discount,
    price_after_discount: price - discount,
    promo_discount: promo === undefined ? null : (promoDiscount(ruleOf(promo), [price])[0] ?? 0),
    ...stockOf(product, variation),
  };
}

/** The steps that can lower a price of the visitor; the others are not told. */
function wholesalesOf({ wholesale_enabled, wholesales, variations }: StoreProduct, terms: CustomerAccess) {
  if (!wholesale_enabled || !terms.wholesale_access) return [];
  const highest_idr = Math.max(0, ...variations.map((variation) => unitPrice(variation, terms)));
  return wholesales
    .filter(({ price_idr }) => price_idr < highest_idr)
    .map(({ from_quantity, to_quantity, price_idr }) => ({
      from: from_quantity,
      to: to_quantity,
      price: price_idr,
    }));
}

export function preorderOf(
  product: Pick<
    StoreProduct,
    'preorder_unit' | 'preorder_number' | 'preorder_starts_on' | 'preorder_ends_on'
  >,
) {
  if (product.preorder_unit === null || product.preorder_number === null) return null;
  return {
    type: product.preorder_unit,
    number: product.preorder_number,
    start_date: product.preorder_starts_on,
    end_date: product.preorder_ends_on,
  };
}

function ruleOf(promo: StorePromo): Pick<Promo, 'discount'> {
  return {
    discount:
      promo.discount_type === 'PERCENTAGE'
        ? {
            type: 'PERCENTAGE',
            percentage: promo.discount_percentage ?? 0,
            max_idr: promo.discount_max_idr,
          }
        : { type: 'NOMINAL', amount_idr: promo.discount_idr ?? 0 },
  };
}

function presentPromo(context: StoreContext, promo: StorePromo) {
  const { time_zone } = context.shop;
  return {
    name: promo.name,
    discount: {
      type: promo.discount_type,
      amount: promo.discount_percentage ?? promo.discount_idr ?? 0,
      max_nominal: promo.discount_idr ?? promo.discount_max_idr,
    },
    start_date: dateTimeText(new Date(promo.starts_at), time_zone),
    end_date: promo.ends_at === null ? null : dateTimeText(new Date(promo.ends_at), time_zone),
    minimum_product: promo.minimum_product,
    minimum_transaction: promo.minimum_transaction_idr,
  };
}
