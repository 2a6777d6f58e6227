import type { z } from 'zod';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { bankBadge, bankName, findBank, regionJoins } from '../../reference/index.ts';
import { storeLimits } from '../limits.ts';
import { remember } from '../remember.ts';
import type { StoreContext } from '../store-context.ts';
import type { StoreDetail } from './schemas.ts';

interface StoreRow {
  description: string;
  phone: string;
  address: string;
  logo_url: string | null;
  time_zone: string;
  district: string | null;
  city: string | null;
  province: string | null;
  banks: { id: number; bank_type: string }[];
}

const findStore = namedStatement<StoreRow, { shop_id: number }>(
  'get_store',
  (at) => `select s.description, s.phone, s.address, s.logo_url, s.time_zone, district.name as district,
    city.name as city, province.name as province,
    (select coalesce(json_agg(json_build_object('id', b.id, 'bank_type', b.bank_type) order by b.id), '[]')
     from (select id, bank_type from bank_accounts where shop_id = ${at.shop_id} and type = 'BANK' and archived_at is null
           order by id limit ${storeLimits.store_banks}) b) as banks
   from shops s
   left join suppliers p on p.shop_id = ${at.shop_id} and p.id = s.active_supplier_id
   ${regionJoins('p.district_code')}
   where s.id = ${at.shop_id}`,
);

/**
 * What a visitor is told of the shop, a second old at most. Numbers of bank accounts are told with the instructions of a
 * payment.
 */
export async function getStore(context: StoreContext): Promise<z.input<typeof StoreDetail>> {
  const { banks, logo_url, ...rest } = await remember(context, 'store', () => load(context));
  return {
    ...context.store,
    ...rest,
    logo: logo_url,
    banks: banks.map(({ id, bank_type }) => ({
      bank_id: id,
      bank_name: bankName(bank_type),
      image: context.base_url + bankBadge(findBank(bank_type)?.bank_family ?? bank_type),
    })),
  };
}

async function load(context: StoreContext): Promise<StoreRow> {
  const [row] = await findStore.run(context.db, { shop_id: context.shop.id });
  if (row === undefined) throw new Error(`shop ${context.shop.id} is gone`);
  return row;
}
