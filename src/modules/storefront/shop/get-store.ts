import type { z } from 'zod';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { balanceOf } from '../../ledger/index.ts';
import { adminFeeOf, bankTypeOf } from '../../payments/index.ts';
import { bankBadge, bankFamily, bankName, regionJoins } from '../../reference/index.ts';
import { categoryOf } from '../goods/visitor-terms.ts';
import { remember } from '../remember.ts';
import type { StoreContext } from '../store-context.ts';
import { offeredMethods, type OfferedMethods } from './offered-methods.ts';
import type { StoreDetail } from './schemas.ts';

type Answer = z.input<typeof StoreDetail>;
type Method = Answer['payment_methods'][number];

interface StoreRow {
  description: string;
  phone: string;
  address: string;
  logo_url: string | null;
  time_zone: string;
  district: string | null;
  city: string | null;
  province: string | null;
}

const findStore = namedStatement<StoreRow, { shop_id: number }>(
  'get_store',
  (at) => `select s.description, s.phone, s.address, s.logo_url, s.time_zone, district.name as district,
    city.name as city, province.name as province
   from shops s
   left join suppliers p on p.shop_id = ${at.shop_id} and p.id = s.active_supplier_id
   ${regionJoins('p.district_code')}
   where s.id = ${at.shop_id}`,
);

/**
 * What a visitor is told of the shop, a second old at most, and how it can be paid. Numbers of bank accounts are told with
 * the instructions of a payment.
 */
export async function getStore(context: StoreContext): Promise<Answer> {
  const { row, methods } = await remember(context, 'store', () => load(context));
  const { logo_url, ...rest } = row;
  return {
    ...context.store,
    ...rest,
    logo: logo_url,
    payment_methods: [...(await commonMethods(context, methods)), ...(await balanceMethod(context))],
  };
}

async function load(context: StoreContext): Promise<{ row: StoreRow; methods: OfferedMethods }> {
  const [row] = await findStore.run(context.db, { shop_id: context.shop.id });
  if (row === undefined) throw new Error(`shop ${context.shop.id} is gone`);
  return { row, methods: await offeredMethods(context) };
}

const NOTHING = { banks: [], channels: [], payment_fee: 0, balance: null };

async function commonMethods(
  context: StoreContext,
  { accounts, channels, takes_cod }: OfferedMethods,
): Promise<Method[]> {
  const methods: Method[] = [];
  if (accounts.length > 0) {
    const banks = accounts.map(({ id, bank_type }) => ({ bank_id: id, ...bankOf(context, bank_type) }));
    methods.push({ ...NOTHING, method: 'TRANSFER', banks });
  }
  if (channels.length > 0)
    methods.push({
      ...NOTHING,
      method: 'GATEWAY',
      channels: channels.map((channel) => ({ channel, ...bankOf(context, bankTypeOf(channel)) })),
      payment_fee: await feeOf(context),
    });
  if (takes_cod) methods.push({ ...NOTHING, method: 'COD' });
  return methods;
}

function bankOf({ base_url }: StoreContext, bank_type: string) {
  return { bank_name: bankName(bank_type), image: base_url + bankBadge(bankFamily(bank_type)) };
}

function feeOf(context: StoreContext): Promise<number> {
  const category = categoryOf(context);
  return remember(context, `fee ${category}`, () => adminFeeOf(context, category));
}

/** Paying with the balance, for a buyer who has one. */
async function balanceMethod(context: StoreContext): Promise<Method[]> {
  if (context.buyer === null) return [];
  const subject_id = context.buyer.customer_id;
  const { balance_idr, reserved_idr } = await balanceOf(context, { kind: 'CUSTOMER_BALANCE', subject_id });
  const balance = balance_idr - reserved_idr;
  return balance > 0 ? [{ ...NOTHING, method: 'ORDERPAY', balance }] : [];
}
