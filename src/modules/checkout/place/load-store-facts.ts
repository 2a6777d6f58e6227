import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { CustomerFacts } from '../../orders/index.ts';
import { storeAccountsSql, type StoreAccount, type StoreContext } from '../../storefront/index.ts';

/** What a checkout must know of the shop before it looks at goods. */
export interface StoreFacts {
  /** Where parcels leave from. */
  supplier: { id: number; district_code: number | null } | null;
  /** Those that buyers transfer to. */
  accounts: StoreAccount[];
  /** Whether the shop has promos at all. */
  has_promos: boolean;
  /** What guests get: category N. */
  guest: Pick<CustomerFacts, 'discount_access' | 'wholesale_access'>;
  /** The customer who is signed in; null: a guest. */
  buyer: CustomerFacts | null;
}

const loadFacts = namedStatement<StoreFacts, { shop_id: number; customer_id: number | null }>(
  'load_store_facts',
  (at) => `select
    (select row_to_json(found) from (
      select s.id, s.district_code from suppliers s where s.shop_id = ${at.shop_id}
      order by s.id = (select h.active_supplier_id from shops h where h.id = ${at.shop_id}) desc nulls last, s.id limit 1) found) as supplier,
    (select row_to_json(found) from (
      select k.discount_access, k.wholesale_access from customer_categories k
      where k.shop_id = ${at.shop_id} and k.code = 'N') found) as guest,
    ${storeAccountsSql(at.shop_id)} as accounts,
    exists (select 1 from promos r where r.shop_id = ${at.shop_id} and r.is_active and r.deleted_at is null) as has_promos,
    (select row_to_json(found) from (
      select c.id, c.name, c.phone, c.address, c.postal_code, c.district_code, c.category_code, k.discount_access, k.wholesale_access
      from customers c join customer_categories k on k.shop_id = ${at.shop_id} and k.code = c.category_code
      where c.shop_id = ${at.shop_id} and c.id = ${at.customer_id}::bigint and c.archived_at is null) found) as buyer`,
);

export async function loadStoreFacts(context: StoreContext): Promise<StoreFacts> {
  const customer_id = context.buyer?.customer_id ?? null;
  const [facts] = await loadFacts.run(context.db, { shop_id: context.shop.id, customer_id });
  if (facts === undefined) throw new Error('a statement without a table returned no row');
  return facts;
}
