import type { Context } from '../../kernel/context.ts';
import { shopFunction } from '../../kernel/database/shop-function.ts';
import { eventSql } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/errors.ts';
import { actorOf } from '../../kernel/outbox.ts';
import type { PaymentMethod, PaymentState } from './payment-states.ts';
import { checkoutErrors } from './errors.ts';
import { checkoutEvents } from './events.ts';
import { checkoutLimits } from './limits.ts';
import { takeCodeSql } from './take-code-sql.ts';

interface PaymentInput {
  shop_id: number;
  user_id: number;
  api_key_id: number | null;
  now: Date;
  customer_id: number;
  made_from: string;
  is_guest: boolean;
  method: string;
  channel: string | null;
  bank_account_id: number | null;
  state: string;
  payment_fee_idr: number;
  has_code: boolean;
  token_hash: string;
  customer_name: string;
  customer_phone: string;
  phone: string;
  network: string;
  expires_at: Date | null;
  order_ids: number[];
  po_numbers: number[];
  totals_idr: number[];
  most_of_phone: number;
  most_of_customer: number;
  most_of_network: number;
  most_of_shop: number;
}

interface Outcome {
  payment_id: number | null;
  unique_code: number | null;
  /** What is in the way; null: nothing. */
  hindrance: string | null;
  free_at: Date | null;
}

/**
 * Stores a buyer's payment with its orders, its unique code and its event in one call, unless too many are open. Call it
 * after the orders are stored: their number is drawn under a lock of the shop, so checkouts come here one after the other,
 * and what is counted here is true.
 */
export const storePaymentFunction = shopFunction<Outcome, PaymentInput>(
  'store_buyer_payment',
  {
    takes: {
      shop_id: 'bigint',
      user_id: 'bigint',
      api_key_id: 'bigint',
      now: 'timestamptz',
      customer_id: 'bigint',
      made_from: 'text',
      is_guest: 'boolean',
      method: 'text',
      channel: 'text',
      bank_account_id: 'bigint',
      state: 'text',
      payment_fee_idr: 'bigint',
      has_code: 'boolean',
      token_hash: 'text',
      customer_name: 'text',
      customer_phone: 'text',
      phone: 'text',
      network: 'text',
      expires_at: 'timestamptz',
      order_ids: 'bigint[]',
      po_numbers: 'bigint[]',
      totals_idr: 'bigint[]',
      most_of_phone: 'bigint',
      most_of_customer: 'bigint',
      most_of_network: 'bigint',
      most_of_shop: 'bigint',
    },
    returns: { payment_id: 'bigint', unique_code: 'bigint', hindrance: 'text', free_at: 'timestamptz' },
  },
  (given, result) => {
    // As written in the partial indexes. What is free of charge is PAID with nothing received.
    const unpaid = `buyer_payments where shop_id = ${given.shop_id}
        and state in ('WAITING', 'CLAIMED', 'PAID', 'COD') and received_idr = 0`;
    const has = (most: string, condition = '') =>
      `(select count(*) from (select 1 from ${unpaid} ${condition} limit ${most}) as o) >= ${most}`;
    return `begin
  if ${given.state} <> 'PAID' or 0 = all (${given.totals_idr}) then
    if ${given.is_guest} then
      if ${has(given.most_of_phone, `and is_guest and phone = ${given.phone}`)} then ${result.hindrance} := 'PHONE'; end if;
    else
      if ${has(given.most_of_customer, `and not is_guest and customer_id = ${given.customer_id}`)} then ${result.hindrance} := 'CUSTOMER'; end if;
    end if;
    ${result.hindrance} := coalesce(${result.hindrance}, case
      when ${has(given.most_of_network, `and network = ${given.network}`)} then 'NETWORK'
      when ${has(given.most_of_shop)} then 'SHOP'
    end);
    if ${result.hindrance} is not null then return; end if;
  end if;

  ${result.unique_code} := 0;
  if ${given.has_code} then
    ${takeCodeSql({
      shop_id: given.shop_id,
      bank_account_id: given.bank_account_id,
      invoice_idr: `(select coalesce(sum(t), 0)::bigint from unnest(${given.totals_idr}) as t)`,
      now: given.now,
      code: result.unique_code,
      free_at: result.free_at,
    })}
    if ${result.unique_code} is null then
      ${result.hindrance} := 'CODES';
      return;
    end if;
  end if;

  insert into buyer_payments (shop_id, customer_id, made_from, is_guest, method, channel, bank_account_id, state,
    nominal_invoice_idr, unique_code, payment_fee_idr, received_idr, received_at, token_hash, customer_name, customer_phone, phone, network,
    created_at, updated_at, expires_at)
  select ${given.shop_id}, ${given.customer_id}, ${given.made_from}, ${given.is_guest}, ${given.method}, ${given.channel},
    ${given.bank_account_id}, ${given.state}, total, ${result.unique_code}, ${given.payment_fee_idr},
    case when ${given.state} = 'PAID' then total else 0 end, case when ${given.state} = 'PAID' then ${given.now} end,
    decode(${given.token_hash}, 'base64'), ${given.customer_name}, ${given.customer_phone}, ${given.phone}, ${given.network},
    ${given.now}, ${given.now}, ${given.expires_at}
  from (select coalesce(sum(t), 0)::bigint as total from unnest(${given.totals_idr}) as t) as summed
  returning id into ${result.payment_id};

  insert into buyer_payment_orders (shop_id, payment_id, position, order_id, po_number, total_idr)
  select ${given.shop_id}, ${result.payment_id}, position - 1, order_id, po_number, total_idr
  from unnest(${given.order_ids}, ${given.po_numbers}, ${given.totals_idr}) with ordinality as o (order_id, po_number, total_idr, position);

  insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, api_key_id, created_at)
  select ${given.shop_id}, ${eventSql(checkoutEvents, 'buyer_payment.created')}, id,
    jsonb_build_object('method', method, 'nominal_transfer', nominal_transfer_idr, 'order_ids', to_jsonb(${given.order_ids})),
    ${given.user_id}, ${given.api_key_id}, ${given.now}
  from buyer_payments where shop_id = ${given.shop_id} and id = ${result.payment_id};
end`;
  },
);

/** A buyer's payment as it is to be stored. */
export interface NewPayment {
  customer_id: number;
  made_from: 'STOREFRONT' | 'PRIVOR';
  is_guest: boolean;
  method: PaymentMethod;
  channel: string | null;
  bank_account: { id: number; account_number: string } | null;
  state: Extract<PaymentState, 'WAITING' | 'PAID' | 'COD'>;
  payment_fee_idr: number;
  token_hash: Buffer;
  customer_name: string;
  customer_phone: string;
  /** By which the open checkouts of a guest are counted; those of others are by their customer. */
  phone: string;
  network: string;
  orders: readonly { order_id: number; po_number: number; total_idr: number }[];
}

/** When a payment expires that was last changed now; null: it does not. */
export function expiryOf(method: PaymentMethod, state: PaymentState, now: Date): Date | null {
  const { checkout_hours, cod_checkout_hours, claim_days } = checkoutLimits;
  if (method === 'COD') return hoursAfter(now, cod_checkout_hours);
  if (state === 'CLAIMED') return hoursAfter(now, claim_days * 24);
  return state === 'WAITING' ? hoursAfter(now, checkout_hours) : null;
}

const hoursAfter = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000);

/**
 * Stores a buyer's payment. Call it in the transaction of its orders, after them.
 * @throws Refusal 429 if the buyer has too many unpaid orders; 503 if the store has, or if no unique code is free
 */
export async function storePayment(
  context: Context,
  payment: NewPayment,
): Promise<{ payment_id: number; unique_code: number; expires_at: Date | null }> {
  const { bank_account, orders, token_hash, ...facts } = payment;
  const now = context.clock.now();
  const expires_at = expiryOf(payment.method, payment.state, now);
  const stored = await storePaymentFunction.call(context.db, {
    shop_id: context.shop.id,
    ...actorOf(context),
    ...facts,
    now,
    expires_at,
    bank_account_id: bank_account?.id ?? null,
    has_code: payment.method === 'TRANSFER' && payment.state === 'WAITING',
    token_hash: token_hash.toString('base64'),
    order_ids: orders.map(({ order_id }) => order_id),
    po_numbers: orders.map(({ po_number }) => po_number),
    totals_idr: orders.map(({ total_idr }) => total_idr),
    most_of_phone: checkoutLimits.open_checkouts_per_phone,
    most_of_customer: checkoutLimits.open_checkouts_per_customer,
    most_of_network: checkoutLimits.open_checkouts_per_address,
    most_of_shop: checkoutLimits.open_checkouts_per_shop,
  });
  if (stored.hindrance !== null) throw hindrance(context, stored, bank_account?.account_number ?? '');
  const { payment_id, unique_code } = stored;
  if (payment_id === null || unique_code === null)
    throw new Error('a payment was neither stored nor refused');
  return { payment_id, unique_code, expires_at };
}

function hindrance(context: Context, { hindrance: reason, free_at }: Outcome, account: string): Refusal {
  if (reason === 'CODES') return codesUsedUp(context, account, free_at);
  if (reason === 'SHOP') return checkoutErrors.refuse('checkout_store_full');
  const { open_checkouts_per_phone, open_checkouts_per_customer, open_checkouts_per_address } =
    checkoutLimits;
  const limit =
    reason === 'PHONE'
      ? open_checkouts_per_phone
      : reason === 'CUSTOMER'
        ? open_checkouts_per_customer
        : open_checkouts_per_address;
  return checkoutErrors.refuse('checkout_too_many_open', { limit });
}

/**
 * Says which account has no code left, and when one is free again, in the shop's time.
 * @param free_at null: nobody knows, as the seller is to decide all payments that have one
 */
export function codesUsedUp(
  { shop, language, clock }: Context,
  account: string,
  free_at: Date | null,
): Refusal {
  if (free_at === null)
    return checkoutErrors.refuseField('unique_codes_being_checked', 'payment.bank_id', { account });
  const text = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: shop.time_zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(free_at);
  return new Refusal(
    [checkoutErrors.part('unique_codes_used_up', 'payment.bank_id', { account, free_at: text })],
    { retry_after_s: Math.max(1, Math.ceil((free_at.getTime() - clock.now().getTime()) / 1000)) },
  );
}
