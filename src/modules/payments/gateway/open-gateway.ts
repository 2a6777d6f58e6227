import type { GatewayAccount } from '../../../integrations/gateway/port.ts';
import { mustBeOutside, type Context } from '../../../kernel/context.ts';
import type { SealedColumn } from '../../../kernel/sealed/index.ts';

const bound_to = ['shop_id', 'vendor'] as const;
export const GATEWAY_KEYS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'gateway_connections',
  column: 'api_key',
  bound_to,
};
export const GATEWAY_TOKENS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'gateway_connections',
  column: 'callback_token',
  bound_to,
};

/** Whose account at the gateway it is: money of the shop's own never becomes OrderPay balance. */
export type GatewayOwner = 'SHOP' | 'PLATFORM';

export interface OpenGateway {
  account: GatewayAccount;
  owner: GatewayOwner;
}

/**
 * Through which account the shop collects money: its own where that is switched on, else that of the installation, which
 * is the sandbox in trials. Asks nobody.
 * @returns undefined where there is neither
 */
export async function openGateway(context: Context): Promise<OpenGateway | undefined> {
  const own = await openOwn(context, true);
  if (own !== undefined) return { account: own, owner: 'SHOP' };
  const account = context.ports.gateways.platform;
  return account === undefined ? undefined : { account, owner: 'PLATFORM' };
}

/**
 * The account through which something was requested before, whether or not it is switched on.
 * @returns undefined where it is gone
 */
export async function openGatewayOf(
  context: Context,
  owner: GatewayOwner,
): Promise<GatewayAccount | undefined> {
  return owner === 'SHOP' ? openOwn(context, false) : context.ports.gateways.platform;
}

async function openOwn(context: Context, only_active: boolean): Promise<GatewayAccount | undefined> {
  const row = await context.db
    .selectFrom('gateway_connections')
    .select(['api_key', 'callback_token', 'is_active'])
    .where('shop_id', '=', context.shop.id)
    .where('vendor', '=', 'xendit')
    .executeTakeFirst();
  if (row === undefined || (only_active && !row.is_active)) return undefined;
  return openConnection(context, context.shop.id, row);
}

/** Opens the sealed credentials of a connection. */
export function openConnection(
  { secrets, ports }: Pick<Context, 'secrets' | 'ports'>,
  shop_id: number,
  { api_key, callback_token }: { api_key: Buffer; callback_token: Buffer | null },
): GatewayAccount {
  const row = { shop_id, vendor: 'xendit' };
  return ports.gateways.open('xendit', {
    key: secrets.open(GATEWAY_KEYS, row, api_key),
    ...(callback_token !== null && { callback_token: secrets.open(GATEWAY_TOKENS, row, callback_token) }),
  });
}

/**
 * Waits for a gateway, outside of transactions. Others have the request's place meanwhile: however slow it is, and however
 * many wait for it, orders do not.
 */
export function waitForGateway<T>(context: Context, run: () => Promise<T>): Promise<T> {
  mustBeOutside(context, 'waiting for the payment gateway');
  return context.elsewhere?.(run) ?? run();
}
