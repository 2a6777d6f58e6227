import type { SelectQueryBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';

/** Joins who made and who last changed the orders (`maker`, `editor`), and where each comes from (`source`). */
export function withMakers({ shop }: Context) {
  return <Row>(query: SelectQueryBuilder<DB, 'orders', Row>) =>
    query
      .leftJoin('users as maker', (join) =>
        join.on('maker.shop_id', '=', shop.id).onRef('maker.id', '=', 'orders.created_by'),
      )
      .leftJoin('users as editor', (join) =>
        join.on('editor.shop_id', '=', shop.id).onRef('editor.id', '=', 'orders.updated_by'),
      )
      .leftJoin('order_sources as source', (join) =>
        join.on('source.shop_id', '=', shop.id).onRef('source.id', '=', 'orders.order_source_id'),
      );
}
