import type { SelectQueryBuilder } from 'kysely';
import type { DB } from '../../../kernel/database/schema.generated.ts';

/** Joins who made and who last changed the orders (`maker`, `editor`), and where each comes from (`source`). */
export function withMakers(shop_id: number) {
  return <Row>(query: SelectQueryBuilder<DB, 'orders', Row>) =>
    query
      .leftJoin('users as maker', (join) =>
        join.on('maker.shop_id', '=', shop_id).onRef('maker.id', '=', 'orders.created_by'),
      )
      .leftJoin('users as editor', (join) =>
        join.on('editor.shop_id', '=', shop_id).onRef('editor.id', '=', 'orders.updated_by'),
      )
      .leftJoin('order_sources as source', (join) =>
        join.on('source.shop_id', '=', shop_id).onRef('source.id', '=', 'orders.order_source_id'),
      );
}
