import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { absoluteAddress } from '../../../kernel/files/index.ts';
import { localPhone } from '../../../kernel/phone.ts';
import {
  bankBadge,
  bankName,
  courierBadge,
  CUSTOM_BADGE,
  findBank,
  findCourier,
} from '../../reference/index.ts';
import { locationText } from '../../shop/index.ts';
import type { StoreAccount } from '../../storefront/index.ts';
import { payableCharge } from '../charges.ts';
import { findAccount } from '../payment-methods.ts';
import { stateText } from '../payment-states.ts';
import { refundFeeText } from '../refund-fee.ts';
import type { PaymentIdInput, UnconfirmedDetail } from './schemas.ts';

type Detail = z.input<typeof UnconfirmedDetail>;

/**
 * A buyer's payment with all that its seller needs to decide, also after it is decided. Three statements.
 * @throws Refusal 404 if the shop has no such payment
 */
export async function getUnconfirmed(
  context: Context,
  input: z.output<typeof PaymentIdInput>,
): Promise<Detail> {
  const { db, shop, language, base_url } = context;
  const payment = await db
    .selectFrom('buyer_payments as p')
    .selectAll('p')
    .select(payableCharge(context).as('charge'))
    .where('p.shop_id', '=', shop.id)
    .where('p.id', '=', input.payment_id)
    .executeTakeFirst();
  if (payment === undefined) throw kernelErrors.refuse('not_found');
  const moment = (instant: Date | null) => (instant === null ? null : dateTimeText(instant, shop.time_zone));
  const state = stateText(payment.state, language);
  const is_paid_by_gateway = payment.method === 'GATEWAY' && payment.received_idr > 0;
  const paid_at = moment(payment.received_at ?? payment.claimed_at);
  return {
    payment_id: payment.id,
    bill_total: payment.nominal_invoice_idr,
    'unique_code ': payment.unique_code,
    unique_code: payment.unique_code,
    transfer_total: payment.nominal_transfer_idr,
    payment_date: paid_at,
    holder_name: payment.proof_holder_name,
    pg_provider: PROVIDERS[payment.method],
    is_manual_payment: payment.method === 'TRANSFER' ? 'Y' : 'N',
    bank: presentBank(context, await findAccount(context, payment.bank_account_id)),
    transfer_image: payment.proof_url === null ? null : absoluteAddress(base_url, payment.proof_url),
    note: payment.proof_note,
    paid_at,
    confirmation_status: state.code === 3,
    payment_status_code: state.code,
    payment_status: state.text,
    is_installment: false,
    installment_transferred: null,
    payment_fee: payment.payment_fee_idr,
    virtual_account: payment.charge?.va_no ?? null,
    is_xendit_pay: is_paid_by_gateway,
    xendit_message: is_paid_by_gateway ? refundFeeText(context) : null,
    orders: await loadOrders(context, payment.id),
  };
}

const PROVIDERS = { TRANSFER: null, COD: null, ORDERPAY: 'saldo', GATEWAY: 'xendit' } as const;

function presentBank({ base_url }: Context, account: StoreAccount | null): Detail['bank'] {
  if (account === null) return null;
  const { id, bank_type, holder_name, account_number } = account;
  const image = base_url + bankBadge(findBank(bank_type)?.bank_family ?? bank_type);
  return { id, bank: bankName(bank_type), holder_name, bank_number: account_number, image };
}

interface OrderRow {
  order_id: number;
  po_number: number;
  decision: 'ACCEPT' | 'REJECT' | null;
  total_idr: number;
  note: string | null;
  sender_id: number | null;
  sender_name: string | null;
  sender_phone: string | null;
  receiver_id: number | null;
  receiver_name: string | null;
  receiver_phone: string | null;
  receiver_address: string | null;
  district: string | null;
  city: string | null;
  province: string | null;
  products: string[];
  warehouses: string | null;
  courier_id: number | null;
  courier_service_id: number | null;
  logistic_name: string | null;
  rate_name: string | null;
  shipping_idr: number | null;
}

async function loadOrders(context: Context, payment_id: number): Promise<Detail['orders']> {
  const shop_id = context.shop.id;
  const { rows } = await sql<OrderRow>`
    select b.order_id, b.po_number, b.decision, b.total_idr, o.note, o.sender_id, o.sender_name, o.sender_phone, o.receiver_id,
      o.receiver_name, o.receiver_phone, o.receiver_address, d.name as district, c.name as city, p.name as province,
      o.courier_id, o.courier_service_id, o.logistic_name, o.rate_name, o.shipping_idr,
      coalesce((select json_agg(concat_ws(' ', l.name, l.color, l.size) || ' X ' || l.quantity order by l.position)
        from order_lines l where l.shop_id = ${shop_id} and l.order_id = b.order_id), '[]') as products,
      (select string_agg(w.name, ', ' order by w.id) from warehouses w
        where w.shop_id = ${shop_id} and w.id = any(o.warehouse_ids) and w.id <> 0) as warehouses
    from buyer_payment_orders b
    left join orders o on o.shop_id = ${shop_id} and o.id = b.order_id
    left join districts d on d.code = o.receiver_district_code
    left join cities c on c.code = d.city_code
    left join provinces p on p.code = c.province_code
    where b.shop_id = ${shop_id} and b.payment_id = ${payment_id}
    order by b.position`.execute(context.db);
  return rows.map((row) => presentOrder(context, row));
}

function presentOrder({ base_url }: Context, row: OrderRow): Detail['orders'][number] {
  const is_dropshipper = row.sender_id !== row.receiver_id;
  const courier_code = findCourier(row.courier_id ?? 0)?.code ?? CUSTOM_BADGE;
  const place = [row.receiver_address, locationText(row.district, row.city), row.province];
  return {
    order_id: row.order_id,
    po_number: row.po_number,
    note: row.note ?? '',
    reseller: row.sender_name ?? '',
    is_dropshipper,
    dropshipper: is_dropshipper
      ? { name: row.sender_name, phone: localPhone(row.sender_phone ?? '') }
      : { name: null, phone: null },
    customer: {
      name: row.receiver_name ?? '',
      address: place.filter((part) => part !== null && part !== '').join(', '),
      phone: localPhone(row.receiver_phone ?? ''),
    },
    products: row.products,
    total_amount: row.total_idr,
    is_warehouse: row.warehouses !== null,
    warehouse_name: row.warehouses,
    shipping_id: String(row.courier_service_id ?? ''),
    shipping_rate: row.rate_name ?? '',
    shipping_logistic: row.logistic_name ?? '',
    shipping_cost: row.shipping_idr ?? 0,
    shipping_logo_url: base_url + courierBadge(courier_code),
    action: row.decision,
  };
}
