import { sql } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { countOnce } from '../../../kernel/database/count-rows.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { pictureUrl, thumbnailUrl } from '../../pictures/index.ts';
import { visibleWarehouse } from '../../stock/index.ts';
import { TYPE_DESCRIPTIONS } from '../rules.ts';
import { findRunningPromos, type Buyer } from './find-running-promos.ts';
import { findVariations } from './find-variations.ts';
import type { ListVariationsInput, VariationRow } from './schemas.ts';

type Input = z.output<typeof ListVariationsInput>;

/**
 * A page of the variations that an order can take: the one whose SKU the keyword is, then those of the newest
 * products. `promo` has the running promos of the product, of a named customer those that are for its category and
 * not used up by it.
 * @throws Refusal 422 where the customer is not the shop's
 */
export async function listVariations(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof VariationRow>>> {
  const buyer = input.customer_id === undefined ? undefined : await findBuyer(context, input.customer_id);
  const offset = itemsBefore(input);
  const found = await findVariations(context, input.keyword, { limit: input.per_page, offset });
  const rows = await live(context)
    .where('v.id', 'in', found.ids.length > 0 ? found.ids : [0])
    .select([
      'v.id as variation_id',
      'v.product_id',
      'v.sku',
      'v.images',
      'v.primary_image',
      'v.color',
      'v.size',
    ])
    .select([
      'v.price_idr',
      'v.price1_idr',
      'v.price2_idr',
      'v.price3_idr',
      'v.price_reseller_idr',
      'v.price_buy_idr',
    ])
    .select([
      'v.weight_grams',
      'p.name',
      'p.product_type',
      'p.preorder_unit',
      'p.preorder_number',
      'p.is_published',
    ])
    .select(['p.discount_idr', 'p.category_id', 'p.created_at', 'p.wholesale_enabled', 'p.uses_warehouses'])
    .select(levelsSql(context).as('levels'))
    .execute();
  const product_ids = [...new Set(rows.map((row) => row.product_id))];
  const promosOf = await findRunningPromos(context, product_ids, buyer);
  const items = new Map(
    rows.map((row) => [row.variation_id, present(context, row, promosOf(row.product_id))]),
  );
  return pageOf(
    input,
    found.total ?? (await countOnce(context, liveVariations(context))),
    found.ids.flatMap((id) => items.get(id) ?? []),
  );
}

async function findBuyer(context: Context, id: number): Promise<Buyer> {
  const customer = await context.db
    .selectFrom('customers')
    .select(['id', 'category_code'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return foundBy('customer_id', customer);
}

/** For a count: variations are archived with their product. */
function liveVariations(context: Context) {
  return context.db
    .selectFrom('product_variations as v')
    .where('v.shop_id', '=', context.shop.id)
    .where('v.archived_at', 'is', null);
}

function live(context: Context) {
  return context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .where('v.shop_id', '=', context.shop.id)
    .where('p.shop_id', '=', context.shop.id)
    .where('v.archived_at', 'is', null)
    .where('p.archived_at', 'is', null);
}

/** What each warehouse that the user sees holds of the variation at hand; part of the page's one statement. */
const levelsSql = (context: Context) => sql<Row['levels']>`(
  select coalesce(json_agg(json_build_object('id_warehouse', l.warehouse_id, 'stock', l.quantity,
    'warehouse_name', w.name, 'supplier_id', w.supplier_id) order by l.warehouse_id), '[]')
  from stock_levels l join warehouses w on w.shop_id = ${context.shop.id} and w.id = l.warehouse_id
  where l.shop_id = ${context.shop.id} and l.variation_id = v.id and w.archived_at is null
    and ${visibleWarehouse(context, 'l.warehouse_id')})`;

interface Row {
  variation_id: number;
  product_id: number;
  sku: string;
  images: string[];
  primary_image: number;
  color: string;
  size: string;
  price_idr: number;
  price1_idr: number;
  price2_idr: number;
  price3_idr: number;
  price_reseller_idr: number;
  price_buy_idr: number;
  weight_grams: number;
  name: string;
  product_type: 'S' | 'R' | 'PO';
  preorder_unit: 'day' | 'week' | null;
  preorder_number: number | null;
  is_published: boolean;
  discount_idr: number;
  category_id: number | null;
  created_at: Date;
  wholesale_enabled: boolean;
  uses_warehouses: boolean;
  levels: { id_warehouse: number; stock: number; warehouse_name: string; supplier_id: number | null }[];
}

const UNITS = { day: 'hari', week: 'minggu' } as const;

function present(
  context: Context,
  row: Row,
  promo: z.input<typeof VariationRow>['promo'],
): z.input<typeof VariationRow> {
  const counted = row.product_type === 'S';
  return {
    variation_id: row.variation_id,
    product_id: row.product_id,
    name: row.name,
    product_type: row.product_type,
    type_description: TYPE_DESCRIPTIONS[row.product_type],
    preorder_title:
      row.preorder_unit === null ? null : `Preorder ${row.preorder_number} ${UNITS[row.preorder_unit]}`,
    publish_status: row.is_published ? 'Y' : 'N',
    stock_quantity: counted ? row.levels.reduce((total, level) => total + level.stock, 0) : 0,
    sku: row.sku,
    image: pictureUrl(context, row.images, row.primary_image),
    thumbnail: thumbnailUrl(context, row.images, row.primary_image),
    discount: row.discount_idr,
    color: row.color,
    size: row.size,
    weight: row.weight_grams,
    category_id: row.category_id ?? 0,
    created_at: isoWithZone(row.created_at, context.shop.time_zone),
    price: row.price_idr,
    price1: row.price1_idr,
    price2: row.price2_idr,
    price3: row.price3_idr,
    price_reseller: row.price_reseller_idr,
    price_buy: may(context.actor.role, 'cost.read') ? row.price_buy_idr : null,
    wholesale_status: row.wholesale_enabled ? 'Y' : 'N',
    is_warehouse: row.uses_warehouses ? 1 : 0,
    warehouse_stock: row.uses_warehouses && counted ? row.levels : null,
    promo,
  };
}
