import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Shops that have another subdomain than the directory says, or that are not in it, and the other way round. */
export async function findSubdomainDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, shop.subdomain, known.subdomain as known
    from shop_subdomains as known
    full join (select id as shop_id, subdomain from shops) as shop using (shop_id)
    where shop.subdomain is distinct from known.subdomain
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
