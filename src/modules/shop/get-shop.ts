import { dateText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { couriers, findService, regionJoins } from '../reference/index.ts';
import { shopLimits } from './limits.ts';
import { locationText, shipperStatus } from './location.ts';

interface ShopRow {
  id: number;
  subdomain: string;
  name: string;
  status: string;
  class: string;
  class_ends_on: string | null;
  phone: string;
  address: string;
  note: string | null;
  storefront_enabled: boolean;
  active_service_ids: number[];
  created_at: Date;
  users: { id: number; email: string; name: string }[];
  supplier_id: number;
  supplier_name: string;
  supplier_phone: string;
  supplier_address: string;
  supplier_description: string;
  district: string | null;
  city: string | null;
}

const findShop = statement<ShopRow>(
  'find_shop',
  `select s.id, s.subdomain, s.name, s.status, s.class, s.class_ends_on, s.phone, s.address, s.note,
    s.storefront_enabled, s.created_at, c.active_service_ids,
    (select coalesce(json_agg(json_build_object('id', u.id, 'email', u.email, 'name', u.full_name) order by u.id), '[]')
     from (select id, email, full_name from users where shop_id = $1 and status = 'ACTIVE'
           order by id limit ${shopLimits.users_per_shop}) u) as users,
    p.id as supplier_id, p.name as supplier_name, p.phone as supplier_phone, p.address as supplier_address,
    p.description as supplier_description, district.name as district, city.name as city
   from shops s
   join courier_settings c on c.shop_id = $1
   join suppliers p on p.shop_id = $1 and p.id = s.active_supplier_id
   ${regionJoins('p.district_code')}
   where s.id = $1`,
);

/** The shop with its users and the supplier that parcels leave from. */
export async function getShop(context: Context) {
  const [row] = await findShop.run(context.db, [context.shop.id]);
  if (row === undefined) throw new Error(`shop ${context.shop.id} is gone or has no active supplier`);
  return [
    {
      id: row.id,
      username: row.subdomain,
      shop_name: row.name,
      status: row.status,
      class: row.class,
      join_date: dateText(row.created_at, context.shop.time_zone),
      expired_date: row.class_ends_on,
      phone: row.phone,
      courier: courierNames(row.active_service_ids),
      address: row.address,
      shipper_status: shipperStatus(row.district),
      note: row.note,
      store_front: row.storefront_enabled,
      // Every existing plan can have several warehouses.
      warehouse: true,
      users: row.users,
      active_supplier: {
        id: row.supplier_id,
        name: row.supplier_name,
        location: locationText(row.district, row.city),
        phone: row.supplier_phone,
        address: row.supplier_address,
        note: row.supplier_description,
      },
    },
  ];
}

/** Of the couriers of these services; pickup at the shop and manual input are none. */
function courierNames(service_ids: readonly number[]): string {
  const used = new Set(service_ids.map((id) => findService(id)?.courier_id));
  return couriers
    .filter(({ id, virtual }) => used.has(id) && !virtual)
    .map(({ name }) => name)
    .join(',');
}
