import type { Answered, TestApp, TestShop } from '../harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../stall.ts';
import type { Contender } from './actor.ts';

/** What is where when two begin to act: pieces of each variation, none where the warehouse never had it. */
export type Stocks = readonly { main?: number; branch?: number }[];

/** A product of its own, in the main warehouse and a branch. */
export interface StockShelf {
  product_id: number;
  variation_ids: number[];
  sku: string;
  /** Number of the last order before. */
  last_po_number: number;
}

/** All that a seller sees of it: of each variation levels and history, and what orders and counts say. */
export interface StockSeen {
  answers: Record<'a' | 'b', { status: number; body: unknown }>;
  product: unknown;
  variations: { levels: Record<string, number> | null; history: string[] | null }[];
  orders: { warehouse: string; quantity: number }[] | null;
  opname_lines: unknown;
  transfer_lines: unknown;
}

export type Act = (actor: Contender, shelf: StockShelf) => Promise<Answered>;

/** What differs from run to run: numbers given in passing, and moments. */
const PASSING = new Set([
  'request_id',
  'id',
  'order_id',
  'product_id',
  'variation_id',
  'product_meta_id',
  'date',
  'created_at',
]);

/** A shop where two act on one product. */
export class Shop {
  readonly shop: TestShop;
  #test_app: TestApp;
  #seller: Stall;
  #branch: number;
  #shelves = 0;

  private constructor(test_app: TestApp, shop: TestShop, seller: Stall, branch: number) {
    this.#test_app = test_app;
    this.shop = shop;
    this.#seller = seller;
    this.#branch = branch;
  }

  static async open(test_app: TestApp): Promise<Shop> {
    const shop = await test_app.openShop();
    const seller = await openStall(shop);
    const branch = expectOk(
      await shop.call('POST', '/api/open/warehouse', {
        warehouse: 'Cabang',
        supplier_id: seller.supplier_id,
        user_id: [shop.user_id],
        is_active: true,
      }),
    );
    return new Shop(test_app, shop, seller, branch.body.data.id);
  }

  async arrange(stocks: Stocks): Promise<StockShelf> {
    this.#shelves += 1;
    const sku = `RAK-${this.#shelves}`;
    const first = {
      price: 100_000,
      price_reseller: 80_000,
      price1: 0,
      price2: 0,
      price3: 0,
      price_buy: 40_000,
    };
    const product = await addProduct(this.shop, {
      stocks: stocks.map(() => 0),
      product: {
        name: 'Sepatu Rak',
        is_warehouse: '1',
        has_variation: 'Y',
        variations: stocks.map(({ main, branch }, index) => ({
          ...first,
          sku: `${sku}-${index}`,
          images: [],
          primary_image: 0,
          weight: 200,
          size: String(36 + index),
          color: 'merah',
          stock: 'Y',
          warehouse_stock: [
            ...(main === undefined ? [] : [{ warehouse_id: 0, stock: main }]),
            ...(branch === undefined ? [] : [{ warehouse_id: this.#branch, stock: branch }]),
          ],
        })),
      },
    });
    const { rows } = await this.#test_app.database.pool.query<{ last_po_number: number }>(
      'select last_po_number from order_counters where shop_id = $1',
      [this.shop.shop_id],
    );
    return { ...product, sku, last_po_number: rows[0]?.last_po_number ?? 0 };
  }

  /** @param warehouse none where the order leaves the choice to the product */
  order(lines: { qty: number; warehouse?: 'main' | 'branch'; which?: number }[]): Act {
    return (actor, { variation_ids }) =>
      actor.call(
        this.shop,
        'POST',
        '/api/open/order',
        orderOf(this.#seller, {
          products: lines.map(({ qty, warehouse, which = 0 }) => ({
            id: variation_ids[which],
            qty,
            product_status: 'S',
            ...(warehouse !== undefined && { warehouse_id: this.#id(warehouse) }),
          })),
        }),
      );
  }

  opname(warehouse: 'main' | 'branch', counted: number[]): Act {
    return (actor, { variation_ids }) =>
      actor.call(this.shop, 'POST', '/api/open/stock-opname', {
        warehouse_id: this.#id(warehouse),
        description: 'Hitung',
        stock_adjustment: counted.map((warehouse_stock, index) => ({
          variation_id: variation_ids[index],
          warehouse_stock,
        })),
      });
  }

  transfer(from: 'main' | 'branch', pieces: number[]): Act {
    return (actor, { variation_ids }) =>
      actor.call(this.shop, 'POST', '/api/open/stock-transfer', {
        origin_warehouse_id: this.#id(from),
        destination_warehouse_id: this.#id(from === 'main' ? 'branch' : 'main'),
        description: 'Pindah',
        stock_adjustment: pieces.map((transfer_stock, index) => ({
          variation_id: variation_ids[index],
          transfer_stock,
        })),
      });
  }

  sync(amount: number): Act {
    return (actor, { variation_ids }) =>
      actor.call(this.shop, 'PATCH', '/api/open/product/sync-stock', {
        variation_id: variation_ids[0],
        amount,
      });
  }

  update(
    entries: [status: 'ADD' | 'SUB', amount: number, warehouse: 'main' | 'branch'][],
    moves = false,
  ): Act {
    return (actor, { variation_ids }) =>
      actor.call(this.shop, 'PATCH', '/api/open/product/update-stock', {
        variation_id: variation_ids[0],
        stock: entries.map(([status, amount, warehouse]) => ({
          status,
          amount,
          warehouse_id: this.#id(warehouse),
        })),
        description: 'Koreksi',
        move_warehouse_stock: moves,
      });
  }

  /** Saves the product with another name and, of its first variation, another price and stock. */
  edit(change: { name: string; price: number; main?: number; branch?: number }): Act {
    return (actor, { product_id, variation_ids, sku }) => {
      const { name, price, main, branch } = change;
      return actor.call(this.shop, 'PATCH', '/api/open/product', {
        id: product_id,
        name,
        product_type: 'S',
        category_id: 0,
        description: 'Sepatu bagus',
        discount: 0,
        weight: 200,
        wholesale_status: 'N',
        is_warehouse: '1',
        publish_status: 'Y',
        show_stock: 'Y',
        has_variation: 'Y',
        wholesale: [],
        variations: [
          {
            id: variation_ids[0],
            sku: `${sku}-0`,
            images: [],
            primary_image: 0,
            weight: 200,
            price_buy: 40_000,
            price,
            price_reseller: 80_000,
            price1: 0,
            price2: 0,
            price3: 0,
            size: '36',
            color: 'merah',
            stock: 'Y',
            warehouse_stock: [
              ...(main === undefined ? [] : [{ warehouse_id: 0, stock: main }]),
              ...(branch === undefined ? [] : [{ warehouse_id: this.#branch, stock: branch }]),
            ],
          },
        ],
      });
    };
  }

  /** Deletes the first variation. */
  remove(): Act {
    return (actor, { variation_ids }) =>
      actor.call(this.shop, 'DELETE', '/api/open/product/variation', { id: [variation_ids[0]] });
  }

  removeProduct(): Act {
    return (actor, { product_id }) =>
      actor.call(this.shop, 'DELETE', '/api/open/product', { id: [product_id] });
  }

  /**
   * Reads all that is left of a shelf, but ids and moments: which of two counts or transfers of one moment has the
   * lower id says nothing of which came first. PO numbers do, and count from the shelf's beginning; the history
   * of each level is in the order it was written.
   */
  async see(shelf: StockShelf, answers: { a: Answered; b: Answered }): Promise<StockSeen> {
    const { rows } = await this.#test_app.database.pool.query<Omit<StockSeen, 'answers'>>(
      `select
        (select json_build_object('name', name, 'archived', archived_at is not null, 'lowest', lowest_price_idr)
          from products where shop_id = $1 and id = $2) as product,
        (select json_agg(json_build_object('price', price_idr, 'archived', archived_at is not null,
            'levels', (select json_object_agg(case warehouse_id when 0 then 'main' else 'branch' end, quantity order by warehouse_id)
              from stock_levels l where l.shop_id = $1 and l.variation_id = v.id),
            'history', (select json_agg(concat_ws(' ', case warehouse_id when 0 then 'main' else 'branch' end, reason,
                '+' || quantity_in, '-' || quantity_out, balance_after) order by warehouse_id, id)
              from stock_ledger g where g.shop_id = $1 and g.variation_id = v.id)) order by position)
          from product_variations v where shop_id = $1 and product_id = $2) as variations,
        (select json_agg(json_build_object('number', o.po_number - $3::integer, 'variation', l.variation_id - $4::bigint, 'quantity', l.quantity,
            'warehouse', case warehouse_id when 0 then 'main' else 'branch' end, 'name', l.name, 'price', l.price_idr, 'total', o.total_idr)
            order by o.po_number, l.position)
          from orders o join order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
          where o.shop_id = $1 and l.variation_id = any ($5)) as orders,
        (select json_agg(json_build_object('variation', variation_id - $4::bigint, 'system', system_quantity, 'counted', counted_quantity)
            order by variation_id, counted_quantity)
          from stock_opname_lines where shop_id = $1 and variation_id = any ($5)) as opname_lines,
        (select json_agg(json_build_object('variation', l.variation_id - $4::bigint, 'quantity', l.quantity, 'moved', t.finished_at is not null)
            order by variation_id, quantity)
          from stock_transfer_lines l join stock_transfers t on t.shop_id = l.shop_id and t.id = l.transfer_id
          where l.shop_id = $1 and l.variation_id = any ($5)) as transfer_lines`,
      [
        this.shop.shop_id,
        shelf.product_id,
        shelf.last_po_number,
        shelf.variation_ids[0],
        shelf.variation_ids,
      ],
    );
    const [seen] = rows;
    if (seen === undefined) throw new Error('a select without FROM gave no row');
    return { ...seen, answers: { a: answered(answers.a, shelf), b: answered(answers.b, shelf) } };
  }

  #id(warehouse: 'main' | 'branch'): number {
    return warehouse === 'main' ? 0 : this.#branch;
  }
}

function answered({ status, body }: Answered, { last_po_number }: StockShelf) {
  const text = JSON.stringify(body, (key, value) => {
    if (key === 'po_number') return value - last_po_number;
    return PASSING.has(key) ? undefined : value;
  });
  return { status, body: JSON.parse(text) };
}
