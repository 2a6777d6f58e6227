import { sql } from 'kysely';
import type { z } from 'zod';
import { countRows } from '../../../kernel/database/count-rows.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { findProducts, type FoundProducts } from '../../catalog/index.ts';
import { pictureUrl, thumbnailUrl } from '../../pictures/index.ts';
import type { CustomerAccess } from '../../pricing/index.ts';
import { remember } from '../remember.ts';
import type { StoreContext } from '../store-context.ts';
import { preorderOf } from './get-product.ts';
import type { ListStoreProductsInput, StoreProductRow } from './schemas.ts';
import { categoriesSql, isInStore, stockSql } from './store-product-sql.ts';
import { ownDiscount, termsOf, unitPrice } from './visitor-terms.ts';

type Input = z.output<typeof ListStoreProductsInput>;

/** Prices of one variation, the cheapest or dearest of a category. */
interface ListedPrices {
  price_idr: number;
  price1_idr: number;
  price2_idr: number;
  price3_idr: number;
  price_reseller_idr: number;
}

interface ListedProduct {
  id: number;
  name: string;
  product_type: 'S' | 'R' | 'PO';
  category_id: number | null;
  category_name: string | null;
  preorder_unit: 'day' | 'week' | null;
  preorder_number: number | null;
  preorder_starts_on: string | null;
  preorder_ends_on: string | null;
  discount_idr: number;
  images: string[];
  primary_image: number;
  is_in_stock: boolean;
  lowest: ListedPrices;
  highest: ListedPrices;
}

/** A price of a category, or where it has none the normal one. */
const tier = (column: string) => `coalesce(nullif(v.${column}, 0), v.price_idr)`;
const TIERS = ['price_idr', 'price1_idr', 'price2_idr', 'price3_idr', 'price_reseller_idr'];
const pricesSql = (least: 'min' | 'max') =>
  `json_build_object(${TIERS.map((column) => `'${column}', ${least}(${tier(column)})`).join(', ')})`;

/** `is true` keeps to the index of a product's variations where the database knows nothing of the tables yet. */
const findListed = namedStatement<ListedProduct, { shop_id: number; ids: readonly number[] }>(
  'list_store_products',
  (
    at,
  ) => `select p.id, p.name, p.product_type, p.category_id, c.name as category_name, p.preorder_unit, p.preorder_number,
    p.preorder_starts_on, p.preorder_ends_on, p.discount_idr, first.images, first.primary_image, held.is_in_stock,
    held.lowest, held.highest
  from products p
  left join product_categories c on c.shop_id = ${at.shop_id} and c.id = p.category_id
  cross join lateral (
    select v.images, v.primary_image from product_variations v
    where v.shop_id = ${at.shop_id} and v.product_id = p.id and (v.archived_at is null) is true
    order by v.position, v.id limit 1) as first
  cross join lateral (
    select ${pricesSql('min')} as lowest, ${pricesSql('max')} as highest,
      bool_or(case when p.product_type = 'S' then v.quantity > 0 else v.is_in_stock end) as is_in_stock
    from (
      select o.*, ${stockSql({ shop_id: at.shop_id, variation_id: 'o.id' })} as quantity
      from product_variations o
      where o.shop_id = ${at.shop_id} and o.product_id = p.id and (o.archived_at is null) is true offset 0) as v) as held
  where p.shop_id = ${at.shop_id} and p.id = any(${at.ids}::bigint[])`,
);

const findCategories = namedStatement<{ categories: CustomerAccess[] }, { shop_id: number }>(
  'find_terms_of_categories',
  (at) => `select ${categoriesSql(at.shop_id)} as categories`,
);

interface Listed {
  total: number;
  products: ListedProduct[];
  categories: CustomerAccess[];
}

/**
 * A page of the products of the store at the visitor's prices, in at most seven statements: the matches of the keyword
 * (three), the IDs of the page, the total, the products, and the terms of the categories. Sorted by price is by the normal
 * price. Without a keyword it may be a second old.
 */
export async function listStoreProducts(
  context: StoreContext,
  input: Input,
): Promise<Page<z.input<typeof StoreProductRow>>> {
  const { keyword, category_id, order_by, per_page, pagination_offset } = input;
  const key = JSON.stringify(['products', category_id, order_by, per_page, pagination_offset]);
  const load = () => findPage(context, input);
  const { total, products, categories } = await (keyword === undefined
    ? remember(context, key, load)
    : load());
  const terms = termsOf(context, categories);
  return pageOf(
    input,
    total,
    products.map((product) => present(context, product, terms)),
  );
}

async function findPage(context: StoreContext, input: Input): Promise<Listed> {
  const found = await findProducts(context, input.keyword, false);
  const rows = await ordered(filtered(context, input, found?.isOnPage), input.order_by)
    .$call(cutPage(input))
    .execute();
  const total = await countRows(context.db, filtered(context, input, found?.isCounted));
  const ids = rows.map(({ id }) => id);
  const { id: shop_id } = context.shop;
  const listed = await findListed.run(context.db, { shop_id, ids });
  const [terms] = await findCategories.run(context.db, { shop_id });
  const by_id = new Map(listed.map((product) => [product.id, product]));
  return {
    total,
    products: ids.flatMap((id) => by_id.get(id) ?? []),
    categories: terms?.categories ?? [],
  };
}

function filtered(
  context: StoreContext,
  { category_id }: Input,
  is_found: FoundProducts['isOnPage'] | undefined,
) {
  let query = context.db
    .selectFrom('products as product')
    .where('product.shop_id', '=', context.shop.id)
    .where(sql<boolean>`${sql.raw(isInStore('product'))}`);
  if (category_id !== undefined) query = query.where('product.category_id', '=', category_id);
  return is_found === undefined ? query : query.where(is_found);
}

/** Each order ends with the ID, so that pages never overlap, and follows an index. */
function ordered(query: ReturnType<typeof filtered>, order_by: Input['order_by']) {
  const listed = query.select('product.id');
  switch (order_by) {
    case 'NEWEST':
      return listed.orderBy('product.created_at', 'desc').orderBy('product.id', 'desc');
    case 'CHEAPEST':
      return listed.orderBy('product.lowest_price_idr').orderBy('product.id');
    case 'EXPENSIVE':
      return listed.orderBy('product.lowest_price_idr', 'desc').orderBy('product.id', 'desc');
    case 'ASC':
      return listed.orderBy(sql`lower(product.name)`).orderBy('product.id');
    case 'DESC':
      return listed.orderBy(sql`lower(product.name)`, 'desc').orderBy('product.id', 'desc');
  }
}

function present(
  context: StoreContext,
  product: ListedProduct,
  terms: CustomerAccess,
): z.input<typeof StoreProductRow> {
  const lowest_price = unitPrice(product.lowest, terms);
  const { images, primary_image } = product;
  const discount = ownDiscount(product.discount_idr, lowest_price, terms);
  return {
    id: product.id,
    name: product.name,
    product_type: product.product_type,
    category_id: product.category_id ?? 0,
    category_name: product.category_name ?? '',
    preorder_setting: preorderOf(product),
    image: pictureUrl(context, images, primary_image),
    thumbnail: thumbnailUrl(context, images, primary_image),
    lowest_price,
    highest_price: unitPrice(product.highest, terms),
    discount,
    lowest_price_after_discount: lowest_price - discount,
    stock: product.is_in_stock ? 'Y' : 'N',
  };
}
