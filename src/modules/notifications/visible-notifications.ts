import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { warehousesOf } from '../stock/index.ts';
import { kindsOf } from './kinds.ts';
import { notificationLimits } from './limits.ts';

/*
 * Who is told of what is decided in this one place, by the role and the warehouses that a user has at that moment: for lists,
 * counts, streams and pushes alike.
 */

/**
 * The condition for `notifications as n` that the user `u` (`users as u`) may see: by the permissions of the role, of
 * warehouse staff only what is of their warehouses, and nothing that the user did.
 */
export function visibleTo(shop_id: number): RawBuilder<SqlBool> {
  const given = warehousesOf(shop_id, 'u.id');
  return sql<SqlBool>`(n.kind = any(case u.role when 'owner' then ${kindsOf('owner')}::text[]
      when 'admin' then ${kindsOf('admin')}::text[] else ${kindsOf('warehouse')}::text[] end)
    and case when n.user_id is not null then n.user_id = u.id
      when n.actor_id = u.id then false
      when u.role <> 'warehouse' then true
      when n.warehouse_id is not null then n.warehouse_id = any(${given})
      else exists (select 1 from orders as o
        where o.shop_id = ${shop_id} and o.id = n.order_id and o.warehouse_ids && ${given}) end)`;
}

/** The condition for notifications that are among the newest of the shop: no more of them are ever looked at. */
export function amongNewest(shop_id: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`n.number > (select coalesce(max(c.last_number), 0) - ${sql.lit(notificationLimits.notifications_per_shop)}
    from notification_counters as c where c.shop_id = ${shop_id})`;
}

/** The condition for notifications that the user `u` has not read: none of before there was that user. */
export function unreadBy(shop_id: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(n.created_at >= u.created_at and n.number > coalesce((select r.read_to from notification_reads as r
      where r.shop_id = ${shop_id} and r.user_id = u.id and r.feed = 'ACTIVITY'), 0)
    and not exists (select 1 from notification_read_marks as m
      where m.shop_id = ${shop_id} and m.user_id = u.id and m.feed = 'ACTIVITY' and m.number = n.number))`;
}

/** The same of `news as n`. */
export function unreadNewsBy(shop_id: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(n.published_at >= u.created_at and n.number > coalesce((select r.read_to from notification_reads as r
      where r.shop_id = ${shop_id} and r.user_id = u.id and r.feed = 'NEWS'), 0)
    and not exists (select 1 from notification_read_marks as m
      where m.shop_id = ${shop_id} and m.user_id = u.id and m.feed = 'NEWS' and m.number = n.number))`;
}
