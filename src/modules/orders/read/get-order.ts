import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { may } from '../../../kernel/permissions.ts';
import { pictureUrl, thumbnailUrl } from '../../pictures/index.ts';
import { CITY_ID, PROVINCE_ID, regionJoins } from '../../reference/index.ts';
import { restrictedUser, visibleSql } from '../../stock/index.ts';
import type { OrderIdInput } from '../schemas.ts';
import { presentProfit, PROFIT_COLUMNS, type ProfitRow } from '../order-profit.ts';
import { visibleOrdersSql } from '../visible-orders.ts';
import { costSeen, presentShown } from './present-order.ts';
import type { OrderDetail } from './schemas.ts';

type Detail = z.input<typeof OrderDetail>;
type Person = Detail['sender'];

interface LineRow {
  variation_id: number;
  product_id: number;
  warehouse_id: number;
  quantity: number;
  name: string;
  sku: string;
  price_idr: number;
  discount_idr: number;
  discount_type: string | null;
  discount_percentage_bp: number | null;
  promo_id: number | null;
  current: {
    name: string;
    product_type: 'S' | 'R' | 'PO';
    is_published: boolean;
    sku: string;
    images: string[];
    primary_image: number;
    discount_idr: number;
    color: string;
    size: string;
    weight_grams: number;
    category_id: number | null;
    created_at: string;
    price_idr: number;
    price1_idr: number;
    price2_idr: number;
    price3_idr: number;
    price_reseller_idr: number;
    price_buy_idr: number;
    wholesale_enabled: boolean;
    uses_warehouses: boolean;
  };
  levels: { id_warehouse: number; stock: number; warehouse_name: string; supplier_id: number | null }[];
}

interface Row extends ProfitRow {
  id: number;
  version: number;
  po_number: number;
  order_date: string;
  shipping_status: string | null;
  shipment_count: number;
  order_source_id: number | null;
  paid_idr: number;
  courier_service_id: number;
  rate_name: string;
  logistic_name: string;
  shipping_promo_id: number | null;
  weight_grams: number;
  note: string;
  order_progress_status: string;
  order_category: string;
  payment_status: string;
  paid_on: string | null;
  estimated_ship_on: string | null;
  created_at: Date;
  updated_at: Date;
  awb_number: string | null;
  is_cod: boolean;
  product_status: string;
  created_by_name: string | null;
  updated_by_name: string | null;
  marketplace_id: number | null;
  source_note: string | null;
  sender: Person;
  receiver: Person;
  origin: Omit<Detail['origin'], 'location' | 'is_shipper_active'> & {
    district: string | null;
    city: string | null;
  };
  charges: { name: string; category: string; type: string; percentage_bp: number; amount_idr: number }[];
  lines: LineRow[];
}

/**
 * A person of the order as it was then, with the contacts that the customer has now. The sender is of the category
 * that priced the order.
 */
const personSql = (role: 'sender' | 'receiver', shop_id: string) => `(
  select json_build_object('id', o.${role}_id, 'name', o.${role}_name, 'phone', o.${role}_phone,
    'address', o.${role}_address, 'postal_code', o.${role}_postal_code,
    'district_id', district.public_id, 'district', district.name, 'city_id', ${CITY_ID}, 'city', city.name,
    'province_id', ${PROVINCE_ID}, 'province', province.name,
    'region', concat_ws(', ', district.name, city.name, province.name), 'email', c.email, 'line', c.line, 'other', c.other,
    'category_code', k.code, 'category', upper(k.name))
  from customers c join customer_categories k on k.shop_id = ${shop_id}
    and k.code = case when c.id = o.sender_id then o.customer_category_code else c.category_code end
  ${regionJoins(`o.${role}_district_code`)}
  where c.shop_id = ${shop_id} and c.id = o.${role}_id)`;

const orderDetail = namedStatement<Row, { shop_id: number; order_id: number; user_id: number | null }>(
  'order_detail',
  (
    at,
  ) => `select o.id, o.po_number, o.order_date, o.paid_idr, o.courier_service_id, o.rate_name, o.logistic_name,
    o.shipping_promo_id, o.weight_grams, o.note, o.order_progress_status, o.order_category, o.payment_status, o.paid_on,
    o.estimated_ship_on, o.created_at, o.updated_at, o.awb_number, o.is_cod, o.product_status,
    o.shipping_status, o.shipment_count, o.order_source_id,
    coalesce((select max(h.version) from order_changes h where h.shop_id = ${at.shop_id} and h.order_id = o.id), 0) as version,
    ${PROFIT_COLUMNS.map((name) => `o.${name}`).join(', ')}, maker.full_name as created_by_name,
    editor.full_name as updated_by_name, source.marketplace_id, source.note as source_note,
    ${personSql('sender', at.shop_id)} as sender, ${personSql('receiver', at.shop_id)} as receiver,
    (select json_build_object('id', s.id, 'name', o.origin_name, 'phone', s.phone, 'address', o.origin_address,
        'note', s.description, 'city_id', ${CITY_ID}, 'district', district.name, 'city', city.name)
      from suppliers s ${regionJoins('s.district_code')}
      where s.shop_id = ${at.shop_id} and s.id = o.supplier_id) as origin,
    coalesce((select json_agg(json_build_object('name', c.name, 'category', c.category, 'type', c.type,
        'percentage_bp', c.percentage_bp, 'amount_idr', c.amount_idr) order by c.position) from order_charges c
      where c.shop_id = ${at.shop_id} and c.order_id = o.id), '[]') as charges,
    (select json_agg(json_build_object('variation_id', l.variation_id, 'product_id', v.product_id,
        'warehouse_id', l.warehouse_id, 'quantity', l.quantity, 'name', l.name, 'sku', l.sku,
        'price_idr', l.price_idr, 'discount_idr', l.discount_idr, 'discount_type', l.discount_type,
        'discount_percentage_bp', l.discount_percentage_bp, 'promo_id', l.promo_id,
        'current', json_build_object('name', p.name, 'product_type', p.product_type,
          'is_published', p.is_published, 'discount_idr', p.discount_idr, 'category_id', p.category_id,
          'wholesale_enabled', p.wholesale_enabled, 'uses_warehouses', p.uses_warehouses, 'sku', v.sku,
          'images', v.images, 'primary_image', v.primary_image, 'color', v.color, 'size', v.size,
          'weight_grams', v.weight_grams, 'created_at', v.created_at, 'price_idr', v.price_idr,
          'price1_idr', v.price1_idr, 'price2_idr', v.price2_idr, 'price3_idr', v.price3_idr,
          'price_reseller_idr', v.price_reseller_idr, 'price_buy_idr', v.price_buy_idr),
        'levels', coalesce((select json_agg(json_build_object('id_warehouse', s.warehouse_id, 'stock', s.quantity,
            'warehouse_name', w.name, 'supplier_id', w.supplier_id) order by s.warehouse_id)
          from stock_levels s join warehouses w on w.shop_id = ${at.shop_id} and w.id = s.warehouse_id
          where s.shop_id = ${at.shop_id} and s.variation_id = l.variation_id and w.archived_at is null
            and ${visibleSql('s.warehouse_id', at)}), '[]')) order by l.position)
      from order_lines l
      join product_variations v on v.shop_id = ${at.shop_id} and v.id = l.variation_id
      join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
      where l.shop_id = ${at.shop_id} and l.order_id = o.id) as lines
  from orders o
  left join users maker on maker.shop_id = ${at.shop_id} and maker.id = o.created_by
  left join users editor on editor.shop_id = ${at.shop_id} and editor.id = o.updated_by
  left join order_sources source on source.shop_id = ${at.shop_id} and source.id = o.order_source_id
  where o.shop_id = ${at.shop_id} and o.id = ${at.order_id}
    and ${visibleOrdersSql('o.warehouse_ids', at)}`,
  { null_apart: 'user_id' },
);

/** One order with its people, lines, costs and origin, in one statement. */
export async function getOrder(context: Context, input: z.output<typeof OrderIdInput>): Promise<Detail> {
  const [row] = await orderDetail.run(context.db, {
    shop_id: context.shop.id,
    order_id: input.id,
    user_id: restrictedUser(context),
  });
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return present(context, row);
}

function present(context: Context, row: Row): Detail {
  const sees_cost = may(context.actor.role, 'cost.read');
  const { category_code: _code, ...receiver } = row.receiver;
  const { district, city, ...origin } = row.origin;
  return {
    ...presentShown(context, row),
    version: row.version,
    shipping_status: row.shipping_status ?? 'READY_TO_SHIP',
    order_date: `${row.order_date} 00:00:00`,
    sender: row.sender,
    receiver: { ...receiver, category: row.receiver.id === row.sender.id ? '' : receiver.category },
    shipping_id: row.courier_service_id,
    shipping_cost: row.shipping_idr,
    shipping_discount: row.shipping_discount_idr,
    shipping_promo_id: row.shipping_promo_id,
    shipment_count: row.shipment_count,
    is_cod: row.is_cod,
    weight: row.weight_grams / 1000,
    estimated_ship_date: row.estimated_ship_on,
    product_status: row.product_status,
    cost_of_goods_sales: costSeen(context, row.cost_of_goods_idr),
    return_cost: costSeen(context, row.return_cost_idr),
    profit: sees_cost ? presentProfit(row) : null,
    order_source_id: row.order_source_id,
    order_cost: row.charges.map((charge) => ({
      name: charge.name,
      category: charge.category,
      nominal: charge.amount_idr,
      percentage: charge.percentage_bp / 100,
      type: charge.type,
    })),
    origin: { ...origin, location: [district, city].filter(Boolean).join(', '), is_shipper_active: false },
    order_detail: row.lines.map((line) => presentLine(context, line, sees_cost)),
  };
}

function presentLine(context: Context, line: LineRow, sees_cost: boolean): Detail['order_detail'][number] {
  const { current } = line;
  return {
    variation_id: line.variation_id,
    qty: line.quantity,
    price: line.price_idr,
    warehouse_id: line.warehouse_id,
    warehouse_stock_id: line.warehouse_id,
    name: line.name,
    sku: line.sku,
    type: line.discount_type,
    nominal: line.discount_idr,
    percentage: (line.discount_percentage_bp ?? 0) / 100,
    promo_id: line.promo_id,
    variation_detail: {
      variation_id: line.variation_id,
      product_id: line.product_id,
      name: current.name,
      product_type: current.product_type,
      publish_status: current.is_published ? 'Y' : 'N',
      stock_quantity: line.levels.reduce((total, level) => total + level.stock, 0),
      sku: current.sku,
      image: pictureUrl(context, current.images, current.primary_image),
      thumbnail: thumbnailUrl(context, current.images, current.primary_image),
      discount: current.discount_idr,
      color: current.color,
      size: current.size,
      weight: current.weight_grams,
      category_id: current.category_id ?? 0,
      created_at: isoWithZone(new Date(current.created_at), context.shop.time_zone),
      price: current.price_idr,
      price1: current.price1_idr,
      price2: current.price2_idr,
      price3: current.price3_idr,
      price_reseller: current.price_reseller_idr,
      price_buy: sees_cost ? current.price_buy_idr : null,
      wholesale_status: current.wholesale_enabled ? 'Y' : 'N',
      is_warehouse: current.uses_warehouses ? 1 : 0,
      warehouse_stock: line.levels,
    },
  };
}
