import type { GatewayChannel } from '../../integrations/gateway/port.ts';
import type { Context } from '../../kernel/context.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { adminFeeOf, findGateway, gatewayAccountOf, type FoundGateway } from '../payments/index.ts';
import { bankName } from '../reference/index.ts';
import { offeredMethods, type StoreAccount, type StoreContext } from '../storefront/index.ts';
import { checkoutErrors } from './errors.ts';
import type { PaymentMethod } from './payment-states.ts';

/** The account that a payment is to be paid into; null: none, as with COD, or one that the shop has deleted. */
export async function findAccount(context: Context, id: number | null): Promise<StoreAccount | null> {
  if (id === null) return null;
  const account = await context.db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type', 'account_number', 'holder_name', 'branch'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
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
  payment_fee_idr: number;
  /** Of the gateway; null for other methods. */
  channel: GatewayChannel | null;
  /** Whose account at the gateway it goes through. */
  owner: 'SHOP' | 'PLATFORM' | null;
}

/** Of methods that need no gateway. */
const NO_GATEWAY = { channel: null, owner: null, payment_fee_idr: 0 };

/** What a buyer chose to pay by. */
export interface MethodChoice {
  method: PaymentMethod;
  bank_id?: number | undefined;
  channel?: string | undefined;
}

/**
 * The payment method that a buyer chose, with the account to pay into.
 * @param accounts those that buyers transfer to
 * @param category_code the customer category of who pays, which decides the admin fee
 * @throws Refusal 422 on `payment.method` if the store does not offer it, on `payment.bank_id` if there is no such account
 */
export async function chooseMethod(
  context: StoreContext,
  { method, bank_id, channel }: MethodChoice,
  accounts: readonly StoreAccount[],
  category_code: string,
): Promise<ChosenMethod> {
  if (method === 'COD') return { method, account: null, ...NO_GATEWAY };
  if (method === 'ORDERPAY') {
    if (context.buyer === null)
      throw checkoutErrors.refuseField('payment_method_signed_in', 'payment.method');
    const account = await findAccount(context, await gatewayAccountOf(context, 'ORDERPAY'));
    return { method, account, ...NO_GATEWAY };
  }
  if (method === 'GATEWAY') {
    const gateway = await findGateway(context);
    if (gateway !== undefined && gateway.channels.length > 0)
      return chooseChannel(context, gateway, channel, category_code);
  } else {
    const chosen = bank_id === undefined ? accounts[0] : accounts.find(({ id }) => id === bank_id);
    if (accounts.length > 0) return { method, account: foundBy('payment.bank_id', chosen), ...NO_GATEWAY };
  }
  const available = (await availableMethods(context)).join(', ');
  throw checkoutErrors.refuseField('payment_method_unavailable', 'payment.method', { available });
}

/** What the store offers instead. */
async function availableMethods(context: StoreContext): Promise<PaymentMethod[]> {
  const { accounts, channels, takes_cod } = await offeredMethods(context);
  return [
    ...(accounts.length > 0 ? (['TRANSFER'] as const) : []),
    ...(channels.length > 0 ? (['GATEWAY'] as const) : []),
    ...(context.buyer === null ? [] : (['ORDERPAY'] as const)),
    ...(takes_cod ? (['COD'] as const) : []),
  ];
}

/** The channel that a buyer chose, else the first, with the admin fee of the category. */
async function chooseChannel(
  context: StoreContext,
  { owner, channels }: FoundGateway,
  wanted: string | undefined,
  category_code: string,
): Promise<ChosenMethod> {
  const channel = wanted === undefined ? channels[0] : channels.find((one) => one === wanted.toUpperCase());
  if (channel === undefined)
    throw checkoutErrors.refuseField('payment_channel_unavailable', 'payment.channel', {
      available: channels.join(', '),
    });
  const account = await findAccount(context, await gatewayAccountOf(context, channel));
  const payment_fee_idr = await adminFeeOf(context, category_code);
  return { method: 'GATEWAY', account, channel, owner, payment_fee_idr };
}
