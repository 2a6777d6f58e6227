import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { CITY_ID, regionJoins } from '../reference/index.ts';
import { shopLimits } from './limits.ts';
import { locationText, shipperStatus } from './location.ts';

interface SupplierRow {
  id: number;
  name: string;
  phone: string;
  address: string;
  description: string;
  district_id: number | null;
  district_code: number | null;
  district: string | null;
  city_id: number | null;
  city: string | null;
}

const findSuppliers = statement<SupplierRow>(
  'find_suppliers',
  `select p.id, p.name, p.phone, p.address, p.description, p.district_code,
    district.public_id as district_id, district.name as district, ${CITY_ID} as city_id, city.name as city
   from suppliers p
   ${regionJoins('p.district_code')}
   where p.shop_id = $1 order by p.id limit ${shopLimits.suppliers}`,
);

/** The shop's suppliers, oldest first. A supplier without a district has null for it. */
export async function listSuppliers(context: Context) {
  const rows = await findSuppliers.run(context.db, [context.shop.id]);
  return rows.map(({ district_code, ...row }) => ({
    ...row,
    // A number that stays whatever list of regions is loaded: the official code of the district.
    shipper_id: district_code,
    location: locationText(row.district, row.city),
    shipper_status: shipperStatus(row.district),
  }));
}
