import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { limits } from '../../kernel/limits.ts';
import { locationText } from '../shop/index.ts';
import { MAIN_WAREHOUSE_ID } from './open-main-warehouse.ts';
import { restrictedUser, visibleSql } from './warehouse-access.ts';
import type { ListWarehousesInput } from './warehouse-schemas.ts';

interface WarehouseRow {
  id: number;
  warehouse: string;
  supplier_id: number | null;
  district: string | null;
  city: string | null;
}

const findWarehouses = statement<WarehouseRow>(
  'find_warehouses',
  `select w.id, w.name as warehouse, p.id as supplier_id, d.name as district, c.name as city
   from warehouses w
   join shops s on s.id = w.shop_id
   left join suppliers p on p.shop_id = w.shop_id
     and p.id = case when w.id = ${MAIN_WAREHOUSE_ID} then s.active_supplier_id else w.supplier_id end
   left join districts d on d.code = p.district_code
   left join cities c on c.code = d.city_code
   where w.shop_id = $1 and ($2 or w.id <> ${MAIN_WAREHOUSE_ID})
     and ${visibleSql({ shop_id: 'w.shop_id', id: 'w.id' }, '$3')}
   order by w.id limit ${limits.warehouses}`,
);

/**
 * The shop's warehouses. Warehouse 0 stands where the shop's active supplier does. A user of the role
 * `warehouse` sees only those given to it.
 */
export async function listWarehouses(context: Context, input: z.output<typeof ListWarehousesInput>) {
  const rows = await findWarehouses.run(context.db, [
    context.shop.id,
    input.with_main_warehouse,
    restrictedUser(context),
  ]);
  return rows.map(({ district, city, ...row }) => ({ ...row, address: locationText(district, city) }));
}
