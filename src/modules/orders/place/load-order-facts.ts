import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { may } from '../../../kernel/permissions.ts';
import type { CustomCourier } from '../../couriers/index.ts';
import type { CategoryCode, PricedGoods } from '../../pricing/index.ts';
import { findOrderPromos, type OrderPromo } from '../../promos/index.ts';

export interface CustomerFacts {
  id: number;
  name: string;
  phone: string;
  address: string;
  postal_code: string | null;
  district_code: number | null;
  category_code: CategoryCode;
  discount_access: boolean;
  wholesale_access: boolean;
}

export interface GoodsFacts extends PricedGoods {
  /** Another one after each change of the product, its variations and prices. */
  product_version: string;
  name: string;
  category_id: number | null;
  sku: string;
  color: string;
  size: string;
  product_type: 'S' | 'R' | 'PO';
  weight_grams: number;
  /** Of one unit; 0 if its dimensions are not known. */
  volume_cm3: number;
  price_buy_idr: number;
  is_in_stock: boolean;
  /** Whether the store shows it. */
  is_published: boolean;
  /** Only those that the order has are there then. */
  is_deleted: boolean;
  preorder_unit: 'day' | 'week' | null;
  preorder_number: number | null;
  preorder_ends_on: string | null;
  /** What each warehouse that takes orders holds, fullest first. */
  levels: { warehouse_id: number; quantity: number }[];
}

interface LoadedFacts {
  sender: CustomerFacts | null;
  receiver: CustomerFacts | null;
  /** The district is of a supplier as it is now; what an order has of it says none. */
  supplier: { id: number; name: string; address: string; district_code?: number | null } | null;
  order_source: { id: number } | null;
  bank_account: { id: number } | null;
  /** The courier of the order, if it is one of the shop's own. */
  custom_courier: CustomCourier | null;
  /** Whether the shop offers this courier service, or the order has it already. */
  is_service_offered: boolean;
  /** What COD amounts are rounded up to; 0: they are not. */
  cash_rounding_idr: number;
  /** The requested warehouses that exist. */
  warehouses: { id: number; is_active: boolean }[];
  goods: GoodsFacts[];
}

/** The facts that an order is planned with. */
export interface OrderFacts extends LoadedFacts {
  /** Promos that the order names or has, or that are requested. */
  promos: OrderPromo[];
  now: Date;
  /** The shop's day. */
  today: string;
  /** Whether the user can see the cost of goods, also in errors. */
  sees_cost: boolean;
}

/** The ids of an order's input; null: it has none. */
interface FactIds {
  shop_id: number;
  sender_id: number | null;
  receiver_id: number | null;
  supplier_id: number | null;
  order_source_id: number | null;
  bank_id: number | null;
  courier_id: number;
  current_courier_id: number | null;
  variation_ids: number[];
  warehouse_ids: number[];
  current_variation_ids: number[];
  current_customer_ids: number[];
  current_order_source_id: number | null;
  current_bank_ids: number[];
}

const customerSql = (at: { shop_id: string; id: string; current_ids: string }) => `(
  select row_to_json(found) from (
    select c.id, c.name, c.phone, c.address, c.postal_code, c.district_code, c.category_code,
      k.discount_access, k.wholesale_access
    from customers c join customer_categories k on k.shop_id = ${at.shop_id} and k.code = c.category_code
    where c.shop_id = ${at.shop_id} and c.id = ${at.id}::bigint
      and (c.archived_at is null or c.id = any(${at.current_ids}::bigint[]))) found)`;

/** All that an order of these people and variations must know, in one round trip (0.4 ms for 2 lines). */
const loadFacts = namedStatement<LoadedFacts, FactIds>(
  'load_order_facts',
  (at) => `select
    ${customerSql({ shop_id: at.shop_id, id: at.sender_id, current_ids: at.current_customer_ids })} as sender,
    ${customerSql({ shop_id: at.shop_id, id: at.receiver_id, current_ids: at.current_customer_ids })} as receiver,
    (select row_to_json(found) from (select id, name, address, district_code from suppliers where shop_id = ${at.shop_id} and id = ${at.supplier_id}) found) as supplier,
    (select row_to_json(found) from (select id from order_sources where shop_id = ${at.shop_id} and id = ${at.order_source_id}
      and (is_active or id = ${at.current_order_source_id})) found) as order_source,
    (select row_to_json(found) from (select id from bank_accounts where shop_id = ${at.shop_id} and id = ${at.bank_id}
      and (archived_at is null or id = any(${at.current_bank_ids}::bigint[]))) found) as bank_account,
    (select row_to_json(found) from (select id, name, fee_idr, is_cod from custom_couriers where shop_id = ${at.shop_id} and id = ${at.courier_id}::bigint
      and (archived_at is null or id = ${at.current_courier_id}::bigint)) found) as custom_courier,
    s.cash_rounding_idr,
    ${at.courier_id}::bigint = any(array_append(s.active_service_ids, ${at.current_courier_id}::integer)) as is_service_offered,
    coalesce((select json_agg(json_build_object('id', id, 'is_active', is_active)) from warehouses
      where shop_id = ${at.shop_id} and id = any(${at.warehouse_ids}::bigint[]) and archived_at is null), '[]') as warehouses,
    coalesce((select json_agg(row_to_json(found)) from (
      select v.id as variation_id, v.product_id, p.xmin::text as product_version, v.price_idr, v.price1_idr, v.price2_idr, v.price3_idr,
        v.price_reseller_idr, v.price_buy_idr, v.sku, v.color, v.size, v.is_in_stock, v.weight_grams,
        coalesce(p.length_cm::bigint * p.width_cm * p.height_cm, 0) as volume_cm3,
        v.archived_at is not null or p.archived_at is not null as is_deleted,
        p.name, p.category_id, p.product_type, p.is_published, p.discount_idr, p.wholesale_enabled,
        p.preorder_unit, p.preorder_number, p.preorder_ends_on,
        coalesce((select json_agg(json_build_object('from_quantity', w.from_quantity, 'to_quantity', w.to_quantity,
            'price_idr', w.price_idr) order by w.from_quantity)
          from product_wholesales w where w.shop_id = ${at.shop_id} and w.product_id = p.id and p.wholesale_enabled), '[]') as wholesales,
        coalesce((select json_agg(json_build_object('warehouse_id', l.warehouse_id, 'quantity', l.quantity)
            order by l.quantity desc, l.warehouse_id)
          from stock_levels l join warehouses w on w.shop_id = ${at.shop_id} and w.id = l.warehouse_id
          where l.shop_id = ${at.shop_id} and l.variation_id = v.id and w.is_active and w.archived_at is null), '[]') as levels
      -- The limit leaves nothing out: it makes the plan for any number of lines as good as that for these ones, so
      -- that PostgreSQL keeps it. Planning takes longer than all the rest.
      from (select distinct id from unnest(${at.variation_ids}::bigint[]) as line (id)
        limit cardinality(${at.variation_ids}::bigint[])) as wanted
      join product_variations v on v.shop_id = ${at.shop_id} and v.id = wanted.id
      join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
      where (v.archived_at is null and p.archived_at is null or v.id = any(${at.current_variation_ids}::bigint[]))) found), '[]') as goods
    from courier_settings s where s.shop_id = ${at.shop_id}`,
  { any_length: true },
);

/**
 * Loads the objects behind the ids of an order's input; those that do not exist in the shop are null or missing. One
 * statement, two if promos are requested.
 */
export async function loadOrderFacts(
  context: Context,
  ids: {
    sender_id: number | undefined;
    receiver_id: number | undefined;
    /** Whether a guest of the store ordered, whose use of promos counts apart from that of the customer. */
    is_guest?: boolean;
    supplier_id: number | undefined;
    order_source_id: number | undefined;
    bank_id: number | undefined;
    /** As `expedition.id`: a courier service of the reference, or a custom courier. */
    courier_id: number;
    /** The one that the order has, deleted or not. */
    current_courier_id?: number;
    variation_ids: number[];
    /** Those of them that may have been deleted: the order has them already. */
    current_variation_ids?: number[];
    /** As well of the customers. */
    current_customer_ids?: number[];
    /** The order source that the order has, switched off or not. */
    current_order_source_id?: number | null;
    /** The bank accounts that it was paid into, deleted or not. */
    current_bank_ids?: number[];
    /** The promos that the order has, deleted or not. */
    current_promo_ids?: number[];
    warehouse_ids: number[];
    promo_ids: number[];
    coupon_code: string | undefined;
    /** Whether to load all running promos that need no code. */
    running_promos: boolean;
  },
): Promise<OrderFacts> {
  const [facts] = await loadFacts.run(context.db, {
    shop_id: context.shop.id,
    sender_id: ids.sender_id ?? null,
    receiver_id: ids.receiver_id ?? null,
    supplier_id: ids.supplier_id ?? null,
    order_source_id: ids.order_source_id ?? null,
    bank_id: ids.bank_id ?? null,
    courier_id: ids.courier_id,
    current_courier_id: ids.current_courier_id ?? null,
    variation_ids: ids.variation_ids,
    warehouse_ids: ids.warehouse_ids,
    current_variation_ids: ids.current_variation_ids ?? [],
    current_customer_ids: ids.current_customer_ids ?? [],
    current_order_source_id: ids.current_order_source_id ?? null,
    current_bank_ids: ids.current_bank_ids ?? [],
  });
  if (facts === undefined) throw new Error(`shop ${context.shop.id} has no courier settings`);
  const current_promo_ids = ids.current_promo_ids ?? [];
  const has_promos =
    ids.promo_ids.length > 0 ||
    current_promo_ids.length > 0 ||
    ids.coupon_code !== undefined ||
    ids.running_promos;
  const promos = !has_promos
    ? []
    : await findOrderPromos(context, {
        promo_ids: ids.promo_ids,
        coupon_code: ids.coupon_code,
        customer_id: ids.sender_id ?? null,
        is_guest: ids.is_guest ?? false,
        product_ids: [...new Set(facts.goods.map(({ product_id }) => product_id))],
        running: ids.running_promos,
        current_promo_ids,
      });
  const sees_cost = may(context.actor.role, 'cost.read');
  return {
    ...facts,
    promos,
    now: context.clock.now(),
    today: today(context.clock, context.shop.time_zone),
    sees_cost,
  };
}
