/** Statements that are of no one shop, by how they begin (blanks as one), and why that is so. */
const STATEMENTS: readonly { reason: string; begin: readonly string[] }[] = [
  {
    reason: 'doctor recomputes what stands beside its rows, of all shops in one snapshot, and only reads',
    begin: [
      'select shop_id, variation_id, warehouse_id, level.quantity as level',
      'select p.shop_id, p.id as product_id, p.lowest_price_idr, v.lowest',
      'select v.shop_id, v.id as variation_id, t.search_text',
      'with uses as ( select shop_id, promo_id, customer_id, count(*) as orders from promo_uses',
      'select c.shop_id, c.id as customer_id, c.last_order_at, o.newest',
      'select o.shop_id, o.id as order_id, o.paid_idr, coalesce(p.paid, 0)',
      'select o.shop_id, o.id as order_id, o.total_idr, o.goods_idr',
      'select c.shop_id, c.last_po_number, max(o.po_number) as highest',
      'select o.shop_id, o.id as order_id, o.warehouse_ids, o.bank_account_ids',
      'select a.shop_id, a.reader, a.event_id, e.name',
      'select shop_id, user_id, person.email, known.email as known',
      'select shop_id, shop.subdomain, known.subdomain as known',
    ],
  },
  {
    reason: 'what has served its time is removed, of all shops at once',
    begin: [
      'delete from "outbox_events" where "created_at" <',
      'delete from "sessions" where "expires_at" <',
      'delete from "idempotency_keys" where "created_at" <',
      'delete from "shop_jobs" where "created_at" <',
      'delete from "mails" where "created_at" <',
      'select "created_at"::text as last from',
      'select "expires_at"::text as last from',
      'select "shop_id", "id", "storage_name" from "downloads" where "expires_at" <=',
      'select shop_id from product_pictures where check_at <=',
    ],
  },
  {
    reason: 'readers of events get those of all shops in one order, which one writer gives (decision 0012)',
    begin: [
      'select exists (select 1 from outbox_events where position is null) as is_unplaced',
      'select "shop_id", "id" from "outbox_events" where "position" is null',
      'update outbox_events as e set position =',
      'select "e"."shop_id", "e"."id", e.position as "position"',
    ],
  },
];

const beginnings = STATEMENTS.flatMap(({ begin }) => begin);

/** Whether a statement may lack a condition on the shop's own value. */
export function isOverAllShops(text: string): boolean {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return beginnings.some((begin) => plain.startsWith(begin));
}
