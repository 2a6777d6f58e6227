import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import { rupiahText } from '../../kernel/money.ts';
import { localPhone } from '../../kernel/phone.ts';
import { paymentOfOrder } from '../checkout/index.ts';
import { invoiceNumber } from '../orders/index.ts';
import { bankName } from '../reference/index.ts';
import { messageLimits } from './limits.ts';
import type { OrderFacts } from './order-facts.ts';
import { inLine, type PlaceholderName, type PlaceholderValues } from './placeholders.ts';

/** What messages say of the shop. */
export interface ShopFacts {
  name: string;
  phone: string;
  accounts: { bank_type: string; account_number: string; holder_name: string }[];
}

/** The shop with the oldest of its bank accounts, in one statement. */
export async function loadShopFacts({ db, shop }: Context): Promise<ShopFacts> {
  const { rows } = await sql<ShopFacts>`
    select s.name, s.phone,
      (select coalesce(json_agg(json_build_object('bank_type', a.bank_type, 'account_number', a.account_number,
          'holder_name', a.holder_name) order by a.id), '[]')
        from (select * from bank_accounts account where account.shop_id = ${shop.id} and account.type = 'BANK'
          and account.archived_at is null order by account.id
          limit ${sql.lit(messageLimits.message_bank_accounts)}) as a) as accounts
    from shops s where s.id = ${shop.id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`shop ${shop.id} is gone`);
  return row;
}

/** What every message can say. */
export function customerValues(shop: ShopFacts, customer_name: string): PlaceholderValues {
  return {
    shopname: inLine(shop.name),
    shopphone: localPhone(shop.phone),
    buyer: inLine(customer_name),
  };
}

/**
 * What a message about an order can say.
 * @param used the placeholders of its text: how it is paid is looked up for those that say it
 */
export async function orderValues(
  context: Context,
  shop: ShopFacts,
  order: OrderFacts,
  { used, language }: { used: ReadonlySet<PlaceholderName>; language: Language },
): Promise<PlaceholderValues> {
  const remaining_idr = Math.max(0, order.total_idr - order.paid_idr);
  const values: PlaceholderValues = {
    ...customerValues(shop, order.sender_name),
    invoice: invoiceNumber(order.order_date, order.po_number),
    orderdate: dayText(order.order_date, language),
    products: productsText(order, language),
    total: rupiahText(order.total_idr),
    paid: rupiahText(order.paid_idr),
    remaining: rupiahText(remaining_idr),
    receiver: inLine(order.receiver_name),
    courier: inLine(courierText(order)),
    awb: inLine(order.awb_number ?? '-'),
    shipdate: order.estimated_ship_on === null ? '-' : dayText(order.estimated_ship_on, language),
  };
  const pays = (['uniquecode', 'amount', 'bankaccounts', 'payment'] as const).some((name) => used.has(name));
  return pays ? { ...values, ...(await paymentValues(context, shop, order, language)) } : values;
}

/** With its service, unless that has no name of its own: as of what is collected at the shop. */
function courierText({ logistic_name, rate_name }: OrderFacts): string {
  return rate_name === logistic_name ? logistic_name : `${logistic_name} ${rate_name}`;
}

/** How the order is paid: as the store has told its buyer, else to the bank accounts of the shop. */
async function paymentValues(
  context: Context,
  shop: ShopFacts,
  order: OrderFacts,
  language: Language,
): Promise<PlaceholderValues> {
  const is_id = language === 'id';
  const of_store =
    order.payment_state === null ? undefined : await paymentOfOrder({ ...context, language }, order.id);
  const waits = of_store?.state === 'WAITING' ? of_store : undefined;
  const amount = rupiahText(waits?.nominal_transfer_idr ?? Math.max(0, order.total_idr - order.paid_idr));
  const accounts = shop.accounts
    .map(({ bank_type, account_number, holder_name }) =>
      inLine(`${bankName(bank_type)} ${account_number} ${is_id ? 'a.n.' : 'in the name of'} ${holder_name}`),
    )
    .join('\n');
  const code = waits?.unique_code ?? 0;
  const of_code =
    code === 0 ? '' : is_id ? ` (termasuk kode unik ${code})` : ` (with the unique code ${code})`;
  const sum = `${is_id ? 'Jumlah' : 'Amount'}: ${amount}${of_code}`;
  const steps = waits?.steps ?? [];
  return {
    uniquecode: String(code),
    amount,
    bankaccounts: accounts === '' ? '-' : accounts,
    payment:
      steps.length > 0
        ? [sum, ...steps].join('\n')
        : accounts === ''
          ? sum
          : `${sum}\n${is_id ? 'Transfer ke salah satu rekening' : 'Transfer to one of these accounts'}:\n${accounts}`,
  };
}

function productsText({ lines, line_count }: OrderFacts, language: Language): string {
  const written = lines.map(({ name, color, size, quantity }) => {
    const details = [color, size]
      .map((part) => inLine(part, 50))
      .filter((part) => part !== '' && part !== '-');
    return `${quantity} x ${inLine(name, 100)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
  });
  const more = line_count - lines.length;
  if (more > 0) written.push(language === 'id' ? `dan ${more} produk lain` : `and ${more} more products`);
  return written.join('\n');
}

const DAYS = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** 5 Januari 2026 */
function dayText(day: string, language: Language): string {
  return DAYS[language].format(new Date(`${day}T00:00:00Z`));
}
