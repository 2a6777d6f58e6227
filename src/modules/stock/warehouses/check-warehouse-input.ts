import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';

const loadFacts = statement<{ supplier_exists: boolean; user_ids: number[] }>(
  'load_warehouse_facts',
  `select
    exists (select 1 from suppliers where shop_id = $1 and id = $2) as supplier_exists,
    coalesce((select json_agg(id) from users
      where shop_id = $1 and id = any($3::bigint[]) and status <> 'REMOVED'), '[]') as user_ids`,
);

/** @throws Refusal 422 on each field that names a supplier or user that the shop does not have */
export async function checkWarehouseInput(
  context: Context,
  input: { supplier_id?: number | undefined; user_id?: readonly number[] | undefined },
): Promise<void> {
  const { supplier_id, user_id = [] } = input;
  if (supplier_id === undefined && user_id.length === 0) return;
  const [facts] = await loadFacts.run(context.db, [context.shop.id, supplier_id ?? null, user_id]);
  if (facts === undefined) throw new Error('a select without FROM gave no row');
  refuseNotFound([
    ...(supplier_id === undefined || facts.supplier_exists ? [] : ['supplier_id']),
    ...user_id.flatMap((id, index) => (facts.user_ids.includes(id) ? [] : [`user_id.${index}`])),
  ]);
}
