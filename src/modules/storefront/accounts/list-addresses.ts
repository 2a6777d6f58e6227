import { sql } from 'kysely';
import type { z } from 'zod';
import { regionJoins } from '../../reference/index.ts';
import { storeLimits } from '../limits.ts';
import type { BuyerContext } from '../store-context.ts';
import type { BuyerAddress } from './schemas.ts';

/** To whom the buyer has had parcels sent, of its latest orders, in one statement. */
export async function listBuyerAddresses(context: BuyerContext): Promise<z.input<typeof BuyerAddress>[]> {
  const { shop, buyer } = context;
  const { rows } = await sql<z.input<typeof BuyerAddress>>`
    select used.name, used.phone, used.address, used.postal_code, district.public_id as district_id,
      district.name as district, city.name as city, province.name as province
    from (
      select o.receiver_name as name, o.receiver_phone as phone, o.receiver_address as address,
        o.receiver_postal_code as postal_code, o.receiver_district_code as district_code, max(o.id) as last_order
      from (select * from orders o where o.shop_id = ${shop.id} and o.sender_id = ${buyer.customer_id}
        and o.order_category <> 'SF_GUEST'
        order by o.order_date desc, o.id desc limit ${sql.lit(storeLimits.address_orders)}) as o
      group by 1, 2, 3, 4, 5
    ) as used
    ${sql.raw(regionJoins('used.district_code'))}
    order by used.last_order desc limit ${sql.lit(storeLimits.buyer_addresses)}`.execute(context.db);
  return rows;
}
