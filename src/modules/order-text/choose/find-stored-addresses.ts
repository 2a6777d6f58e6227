import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { regionJoins } from '../../reference/index.ts';

/** Where a customer's parcels go, as the shop has it. */
export interface StoredAddress {
  customer_id: number;
  address: string;
  postal_code: string | null;
  /** null with all that it is in, where the customer has no district. */
  district_id: number | null;
  district: string | null;
  city: string | null;
  province: string | null;
}

const findAddresses = statement<StoredAddress>(
  'stored_addresses',
  `select k.id as customer_id, k.address, k.postal_code, district.public_id as district_id,
     district.name as district, city.name as city, province.name as province
   from unnest($2::bigint[]) as requested (id)
     cross join lateral (select * from customers c where c.shop_id = $1 and c.id = requested.id offset 0) as k
     ${regionJoins('k.district_code')}`,
);

/** The addresses of customers by the customer's id. One statement, and none where there are no customers. */
export async function findStoredAddresses(
  context: Context,
  customer_ids: readonly number[],
): Promise<Map<number, StoredAddress>> {
  if (customer_ids.length === 0) return new Map();
  const rows = await findAddresses.run(context.db, [context.shop.id, customer_ids]);
  return new Map(rows.map((row) => [row.customer_id, row]));
}
