import type { Context } from '../../kernel/context.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { gatewayAccountOf } from '../payments/index.ts';
import { bankName } from '../reference/index.ts';
import type { StoreContext } from '../storefront/index.ts';
import { checkoutErrors } from './errors.ts';
import type { PaymentMethod } from './payment-states.ts';

/** The bank accounts that a store shows, at most. */
const MOST_ACCOUNTS = 20;

export interface StoreAccount {
  id: number;
  bank_type: string;
  account_number: string;
  holder_name: string;
  branch: string;
}

/** The bank accounts that buyers transfer to, oldest first. */
export async function storeAccounts(context: Context): Promise<StoreAccount[]> {
  return context.db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type', 'account_number', 'holder_name', 'branch'])
    .where('shop_id', '=', context.shop.id)
    .where('type', '=', 'BANK')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(MOST_ACCOUNTS)
    .execute();
}

/** The account that a payment is to be paid into; null: none, as with COD. */
export async function findAccount(context: Context, id: number | null): Promise<StoreAccount | null> {
  if (id === null) return null;
  const account = await context.db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type', 'account_number', 'holder_name', 'branch'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return account ?? null;
}

/** A bank account as buyers see it. */
export function presentAccount({ id, bank_type, ...account }: StoreAccount) {
  return { bank_id: id, bank_name: bankName(bank_type), ...account };
}

/** How a checkout is to be paid. */
export interface ChosenMethod {
  method: PaymentMethod;
  account: StoreAccount | null;
  channel: string | null;
  payment_fee_idr: number;
}

/**
 * The payment method that a buyer chose, with the account to pay into.
 * @throws Refusal 422 on `payment.method` if the store does not offer it, on `payment.bank_id` if there is no such account
 */
export async function chooseMethod(
  context: StoreContext,
  { method, bank_id }: { method: PaymentMethod; bank_id?: number | undefined },
): Promise<ChosenMethod> {
  if (method === 'COD') return { method, account: null, channel: null, payment_fee_idr: 0 };
  if (method === 'ORDERPAY') {
    if (context.buyer === null)
      throw checkoutErrors.refuseField('payment_method_signed_in', 'payment.method');
    const account = await findAccount(context, await gatewayAccountOf(context, 'ORDERPAY'));
    return { method, account, channel: null, payment_fee_idr: 0 };
  }
  const accounts = await storeAccounts(context);
  if (method === 'TRANSFER' && accounts.length > 0) {
    const chosen = bank_id === undefined ? accounts[0] : accounts.find(({ id }) => id === bank_id);
    return { method, account: foundBy('payment.bank_id', chosen), channel: null, payment_fee_idr: 0 };
  }
  const available = [
    ...(accounts.length > 0 ? ['TRANSFER'] : []),
    ...(context.buyer === null ? [] : ['ORDERPAY']),
    'COD',
  ].join(', ');
  throw checkoutErrors.refuseField('payment_method_unavailable', 'payment.method', { available });
}
