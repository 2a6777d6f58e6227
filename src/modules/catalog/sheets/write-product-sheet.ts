import type { Expression } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import type { ListColumn, ListSheet } from '../../../kernel/files/list-sheet.ts';
import { may } from '../../../kernel/permissions.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { pictureUrls } from '../../pictures/index.ts';
import { MAIN_WAREHOUSE_ID, restrictedUser, visibleSql, visibleWarehouse } from '../../stock/index.ts';
import {
  preorderText,
  PRODUCT_COLUMNS,
  warehouseTitle,
  wholesaleText,
  type Preorder,
  type ProductColumnKey,
} from './product-sheet.ts';

/** A query of products' ids. */
type Chosen = Expression<{ id: number }>;

/** Products read at a time. */
const BATCH = 500;

interface VariationFacts {
  name: string;
  category: string | null;
  product_type: 'S' | 'R' | 'PO';
  preorder: Preorder | null;
  description: string;
  discount: number;
  published: boolean;
  wholesales: { from: number; to: number; price: number }[];
  color: string;
  size: string;
  sku: string;
  images: string[];
  weight: number;
  price_buy: number;
  price: number;
  price_reseller: number;
  price1: number;
  price2: number;
  price3: number;
  is_in_stock: boolean;
  /** Pieces by warehouse. */
  levels: Record<string, number>;
}

/** The variations of products, in the order of the products given. An archived product has those archived with it. */
const VIEW = { shop_id: '$1', user_id: '$3' };

const findRows = statement<VariationFacts>(
  'find_product_sheet_rows',
  `select p.name, c.name as category, p.product_type,
    case when p.preorder_unit is not null then json_build_object('type', p.preorder_unit, 'number', p.preorder_number,
      'start_date', p.preorder_starts_on, 'end_date', p.preorder_ends_on) end as preorder, p.description, p.discount_idr as discount,
    p.is_published as published, coalesce(w.steps, '[]') as wholesales, v.color, v.size, v.sku, v.images,
    v.weight_grams as weight, v.price_buy_idr as price_buy, v.price_idr as price, v.price_reseller_idr as price_reseller,
    v.price1_idr as price1, v.price2_idr as price2, v.price3_idr as price3, v.is_in_stock,
    coalesce(l.levels, '{}') as levels
  from unnest($2::bigint[]) with ordinality as wanted (id, place)
  -- Each by its key, whatever is known of the tables: as joins 500 products took 6 s in a shop of 10,000.
  cross join lateral (select * from products where shop_id = $1 and id = wanted.id offset 0) as p
  cross join lateral (
    select * from product_variations v
    where v.shop_id = $1 and v.product_id = p.id and v.archived_at is not distinct from p.archived_at offset 0) as v
  left join product_categories c on c.shop_id = $1 and c.id = p.category_id
  left join lateral (
    select json_agg(json_build_object('from', s.from_quantity, 'to', s.to_quantity, 'price', s.price_idr)
      order by s.from_quantity) as steps
    from product_wholesales s where s.shop_id = $1 and s.product_id = p.id) w on true
  left join lateral (
    select json_object_agg(level.warehouse_id, level.quantity) as levels
    from stock_levels level where level.shop_id = $1 and level.variation_id = v.id
      and ${visibleSql('level.warehouse_id', VIEW)}) l on true
  order by wanted.place, v.position, v.id`,
);

interface Warehouse {
  id: number;
  name: string;
}

/**
 * The sheet of products: a row for each variation of those that the query chooses, in its order, all of one
 * moment. Purchase prices only where the role may see them, stock of the warehouses that the user sees.
 */
export async function productSheet(
  context: Context,
  chosen: Chosen,
): Promise<ListSheet<{ id: number }, SheetRow>> {
  const warehouses = await context.db
    .selectFrom('warehouses')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .where('archived_at', 'is', null)
    .where(visibleWarehouse(context, 'warehouses.id'))
    .orderBy('id')
    .execute();
  const sees_main = warehouses.some(({ id }) => id === MAIN_WAREHOUSE_ID);
  return {
    file_name: { en: 'products', id: 'produk' },
    title: { en: 'Products', id: 'Produk' },
    columns: columnsOf(context, warehouses),
    query: chosen,
    batch_rows: BATCH,
    load: async (found, db) => {
      const ids = found.map(({ id }) => id);
      const rows = await findRows.run(db, [context.shop.id, ids, restrictedUser(context)]);
      return rows.map((row) => ({ ...row, cells: cellsOf(context, row, sees_main) }));
    },
  };
}

interface SheetRow extends VariationFacts {
  cells: Record<ProductColumnKey, Cell>;
}

/** What the main one holds stands in a column that every sheet has. */
function withoutMain(warehouses: readonly Warehouse[]): Warehouse[] {
  return warehouses.filter(({ id }) => id !== MAIN_WAREHOUSE_ID);
}

function columnsOf(context: Context, warehouses: readonly Warehouse[]): ListColumn<SheetRow>[] {
  const sees_cost = may(context.actor.role, 'cost.read');
  return [
    ...PRODUCT_COLUMNS.filter(({ key }) => key !== 'price_buy' || sees_cost).map(
      ({ key, title, ...column }) => ({
        ...column,
        header: title[context.language],
        value: ({ cells }: SheetRow) => cells[key],
      }),
    ),
    ...withoutMain(warehouses).map(({ id, name }) => ({
      header: warehouseTitle(name)[context.language],
      is_number: true,
      value: (row: SheetRow) => stockOf(row, id),
    })),
  ];
}

/** @param sees_main whether the user sees what the main warehouse holds */
function cellsOf(context: Context, row: VariationFacts, sees_main: boolean): Record<ProductColumnKey, Cell> {
  return {
    ...row,
    category: row.category ?? '',
    preorder: preorderText(row.preorder, context.language),
    wholesale: wholesaleText(row.wholesales),
    published: row.published ? 'Y' : 'N',
    images: pictureUrls(context, row.images).join(' '),
    stock: row.product_type === 'S' && !sees_main ? '' : stockOf(row, MAIN_WAREHOUSE_ID),
  };
}

/** Pieces, or for goods that are not counted whether there are any. */
function stockOf(row: VariationFacts, warehouse_id: number): Cell {
  if (row.product_type === 'S') return row.levels[warehouse_id] ?? 0;
  if (warehouse_id !== MAIN_WAREHOUSE_ID) return '';
  return row.is_in_stock ? 'Y' : 'N';
}
