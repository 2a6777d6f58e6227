import type { z } from 'zod';
import { regionJoins } from '../../reference/index.ts';
import { locationText } from '../../shop/index.ts';
import { MAIN_WAREHOUSE_ID } from '../open-main-warehouse.ts';
import { visibleSql, type ViewPlaces } from '../warehouse-access.ts';
import type { Warehouse } from './schemas.ts';

export interface WarehouseRow {
  id: number;
  warehouse: string;
  supplier_id: number | null;
  is_active: boolean;
  user_id: number[];
  district: string | null;
  city: string | null;
}

/**
 * The warehouses of the shop that are not deleted and that the user sees; conditions on `w` can follow. Warehouse 0
 * stands where the shop's active supplier does.
 */
export const warehousesSql = (
  at: ViewPlaces,
) => `select w.id, w.name as warehouse, p.id as supplier_id, w.is_active,
    coalesce((select json_agg(given.user_id order by given.user_id) from user_warehouses given
      join users u on u.shop_id = ${at.shop_id} and u.id = given.user_id and u.status <> 'REMOVED'
      where given.shop_id = ${at.shop_id} and given.warehouse_id = w.id), '[]') as user_id,
    district.name as district, city.name as city
  from warehouses w
  join shops s on s.id = ${at.shop_id}
  left join suppliers p on p.shop_id = ${at.shop_id}
    and p.id = case when w.id = ${MAIN_WAREHOUSE_ID} then s.active_supplier_id else w.supplier_id end
  ${regionJoins('p.district_code')}
  where w.shop_id = ${at.shop_id} and w.archived_at is null and ${visibleSql('w.id', at)}`;

export function presentWarehouse({ district, city, ...row }: WarehouseRow): z.input<typeof Warehouse> {
  return { ...row, address: locationText(district, city) };
}
